package io.aqts.examples.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aqts.trade.Restriction;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.Restrictions;
import java.io.IOException;

/** When and why trading was restricted, as one field of a JSON document. */
record RestrictionJson(JsonGenerator json) {

    void write(Restrictions restrictions) throws IOException {
        json.writeObjectFieldStart("restrictions");
        json.writeNumberField("count", restrictions.count());
        json.writeNumberField("steps", restrictions.steps());
        json.writeArrayFieldStart("kept");
        for (Restriction restriction : restrictions.kept()) {
            json.writeStartObject();
            cause(restriction.cause());
            moment("from", restriction.begin());
            if (restriction.isOver()) {
                moment("until", restriction.end().get(0));
            } else {
                json.writeNullField("until");
                json.writeNullField("untilStep");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void cause(RestrictionCause cause) throws IOException {
        json.writeStringField("cause", cause.code());
        json.writeStringField("riskState", cause.state().name());
        json.writeStringField("text", cause.toString());
        if (cause instanceof RestrictionCause.Drawdown drawdown) {
            json.writeNumberField("loss", drawdown.loss());
        } else if (cause instanceof RestrictionCause.Rule rule) {
            json.writeStringField("reason", rule.reason().code());
        } else if (cause instanceof RestrictionCause.Killed killed) {
            json.writeStringField("level", killed.level().name());
            json.writeStringField("reason", killed.reason().code());
        }
    }

    private void moment(String name, Restriction.Moment moment) throws IOException {
        json.writeStringField(name, ReportJson.instant(moment.epochNanos()));
        json.writeNumberField(name + "Step", moment.step());
    }
}
