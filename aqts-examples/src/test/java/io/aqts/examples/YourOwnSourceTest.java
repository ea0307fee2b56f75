package io.aqts.examples;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.testkit.DataSourceContract;

class YourOwnSourceTest implements DataSourceContract {

    @Override
    public DataSource create(LayerContext context) {
        return new YourOwnSource.Tide();
    }
}
