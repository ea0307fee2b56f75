package io.aqts.examples;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.core.execute.PaperVenue;
import io.aqts.testkit.ExecutionVenueContract;

class YourOwnVenueTest implements ExecutionVenueContract {

    @Override
    public ExecutionVenue create(LayerContext context) {
        return new YourOwnVenue.Maintained(new PaperVenue(context));
    }
}
