package io.aqts.examples.cli;

import static io.aqts.examples.cli.ReportJson.instant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.aqts.core.data.BarFileReport;
import io.aqts.core.data.RepairReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What files of bars hold, as one JSON document. */
final class BarsJson {

    private final JsonGenerator json;

    private BarsJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<BarFileReport> reports) throws IOException {
        StringWriter target = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(target)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("files");
            BarsJson writer = new BarsJson(json);
            for (BarFileReport report : reports) {
                writer.file(report);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return target.toString();
    }

    private void file(BarFileReport report) throws IOException {
        BarFileReport.Span span = report.span();
        json.writeStartObject();
        json.writeStringField("path", report.path().toString());
        json.writeStringField("sha256", report.sha256());
        json.writeStringField("times", report.form().toString());
        json.writeStringField("interval", span.interval().toString());
        json.writeBooleanField("intervalGiven", span.intervalGiven());
        json.writeNumberField("bars", span.bars());
        json.writeStringField("firstEnd", instant(span.firstNanos()));
        json.writeStringField("lastEnd", instant(span.lastNanos()));
        json.writeBooleanField("unfinished", report.unfinished());
        gaps(report.gaps());
        json.writeArrayFieldStart("flaws");
        for (RepairReport.Entry entry : report.flaws().entries()) {
            json.writeStartObject();
            json.writeStringField("flaw", entry.flaw().name());
            json.writeNumberField("rows", entry.rows());
            json.writeStringField("first", entry.first());
            json.writeEndObject();
        }
        json.writeEndArray();
        oddities(report.oddities());
        json.writeEndObject();
    }

    private void gaps(BarFileReport.Gaps gaps) throws IOException {
        json.writeObjectFieldStart("gaps");
        json.writeNumberField("count", gaps.count());
        json.writeNumberField("missingBars", gaps.missingBars());
        json.writeNumberField("weekends", gaps.weekends());
        json.writeNumberField("unevenSteps", gaps.unevenSteps());
        json.writeArrayFieldStart("largest");
        for (BarFileReport.Gap gap : gaps.largest()) {
            json.writeStartObject();
            json.writeStringField("from", instant(gap.fromNanos()));
            json.writeStringField("to", instant(gap.toNanos()));
            json.writeNumberField("missingBars", gap.missingBars());
            json.writeNumberField("line", gap.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void oddities(BarFileReport.Oddities odd) throws IOException {
        json.writeObjectFieldStart("suspicious");
        json.writeNumberField("zeroVolume", odd.zeroVolume());
        json.writeNumberField("flat", odd.flat());
        json.writeNumberField("longestFlatRun", odd.longestFlatRun());
        json.writeNumberField("medianMove", odd.medianMove());
        json.writeNumberField("jumps", odd.jumps());
        json.writeNumberField("spikes", odd.spikes());
        json.writeArrayFieldStart("largest");
        for (BarFileReport.Oddity oddity : odd.largest()) {
            json.writeStartObject();
            json.writeStringField("kind", oddity.kind().name());
            json.writeNumberField("line", oddity.line());
            json.writeStringField("end", instant(oddity.epochNanos()));
            json.writeNumberField("move", oddity.move());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
