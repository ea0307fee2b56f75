package io.aqts.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.aqts.examples.replay.SeedReplay;
import io.aqts.examples.replay.SeedRun;
import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What the original reported beside what was so, as one JSON document. */
final class RetraceJson {

    private final JsonGenerator json;

    private RetraceJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<SeedRun> runs) throws IOException {
        StringWriter target = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(target)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("feeBps", SeedReplay.FEE_BPS);
            json.writeArrayFieldStart("runs");
            RetraceJson writer = new RetraceJson(json);
            for (SeedRun run : runs) {
                writer.run(run);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return target.toString();
    }

    private void run(SeedRun run) throws IOException {
        SeedRun.Reported said = run.reported();
        SeedRun.Actual was = run.actual();
        json.writeStartObject();
        json.writeNumberField("seed", run.seed());
        json.writeNumberField("steps", run.ticks());
        json.writeObjectFieldStart("reported");
        json.writeNumberField("entries", said.entries());
        statistic("winRate", said.winRate());
        statistic("sharpe", said.sharpe());
        json.writeNumberField("maxDrawdown", said.maxDrawdown());
        json.writeNumberField("realized", said.profit());
        json.writeEndObject();
        json.writeObjectFieldStart("ledger");
        exact("finalEquity", was.finalEquity());
        exact("result", was.result());
        json.writeNumberField("closed", was.closed());
        json.writeNumberField("won", was.won());
        statistic("winRate", was.winRate());
        json.writeNumberField("maxDrawdown", was.maxDrawdown());
        json.writeNumberField("maxLeverage", was.maxLeverage());
        json.writeNumberField("breakerTrips", was.breakerTrips());
        exact("feesUnpaid", was.feesUnpaid());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void statistic(String name, Statistic statistic) throws IOException {
        if (statistic instanceof Statistic.Undefined undefined) {
            json.writeNullField(name);
            json.writeStringField(name + "Undefined", undefined.reason());
        } else {
            json.writeNumberField(name, statistic.orElse(0));
        }
    }

    private void exact(String name, Decimal number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(number.toString());
    }
}
