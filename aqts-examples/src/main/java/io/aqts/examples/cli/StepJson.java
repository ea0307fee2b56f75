package io.aqts.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.aqts.Step;
import io.aqts.market.Bar;
import io.aqts.market.Universe;
import io.aqts.signal.Signal;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Shows steps to programs, as one JSON document. */
final class StepJson extends StepText {

    private final PrintWriter out;
    private final JsonGenerator json;
    private Universe universe = Universe.EMPTY;

    StepJson(PrintWriter out) throws IOException {
        super(out);
        this.out = out;
        this.json = new JsonFactory()
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .createGenerator(out);
    }

    @Override
    void begin(Universe seen) {
        universe = seen;
        guarded(() -> {
            json.writeStartObject();
            json.writeArrayFieldStart("steps");
        });
    }

    @Override
    void step(Step step) {
        guarded(() -> {
            json.writeStartObject();
            json.writeNumberField("index", step.index());
            json.writeStringField("time", ReportJson.instant(step.snapshot().epochNanos()));
            json.writeArrayFieldStart("instruments");
            for (int i = 0; i < universe.size(); i++) {
                Bar bar = step.snapshot().instrument(i).bar();
                json.writeStartObject();
                json.writeStringField("symbol", universe.instrument(i).symbol());
                if (bar != null) {
                    json.writeNumberField("price", bar.close());
                }
                json.writeStringField(
                        "action", action(step.decision().proposals(), i).name());
                json.writeEndObject();
            }
            json.writeEndArray();
            signals(step);
            outcome(step);
            json.writeNumberField("equity", step.portfolio().markedEquity());
            json.writeEndObject();
        });
    }

    @Override
    void end(Portfolio portfolio) {
        guarded(() -> {
            json.writeEndArray();
            json.writeFieldName("cash");
            json.writeNumber(portfolio.cash().toString());
            json.writeFieldName("equity");
            json.writeNumber(portfolio.equity().toString());
            json.writeStringField("currency", portfolio.currency());
            json.writeStringField("riskState", portfolio.riskState().name());
            json.writeEndObject();
            json.close();
        });
        out.println();
    }

    private void signals(Step step) throws IOException {
        json.writeArrayFieldStart("signals");
        for (Signal signal : step.signals()) {
            json.writeStartObject();
            json.writeStringField("source", signal.source());
            json.writeStringField(
                    "symbol", universe.instrument(signal.instrument()).symbol());
            json.writeNumberField("score", signal.score());
            json.writeNumberField("confidence", signal.confidence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void outcome(Step step) throws IOException {
        json.writeArrayFieldStart("verdicts");
        for (RiskVerdict verdict : step.verdicts()) {
            json.writeStartObject();
            json.writeStringField(
                    "symbol", universe.instrument(verdict.instrument()).symbol());
            json.writeStringField("verdict", verdict.getClass().getSimpleName());
            json.writeArrayFieldStart("reasons");
            for (ReasonCode reason : verdict.reasons()) {
                json.writeString(reason.code());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fills");
        for (Fill fill : step.fills()) {
            json.writeStartObject();
            json.writeStringField(
                    "symbol", universe.instrument(fill.instrument()).symbol());
            json.writeStringField("side", fill.side().name());
            json.writeFieldName("quantity");
            json.writeNumber(fill.quantity().toString());
            json.writeFieldName("price");
            json.writeNumber(fill.price().toString());
            json.writeFieldName("fee");
            json.writeNumber(fill.fee().toString());
            payment(fill.context().payment());
            json.writeStringField("cause", fill.context().cause().code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What the fee was paid in, if not in the currency it is told in. */
    private void payment(FeePayment payment) throws IOException {
        if (payment instanceof FeePayment.Withheld withheld) {
            paid("feeWithheld", withheld.currency(), withheld.amount());
        } else if (payment instanceof FeePayment.InOther other) {
            paid("feePaid", other.currency(), other.amount());
        }
    }

    private void paid(String name, String currency, Decimal amount) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("currency", currency);
        json.writeFieldName("amount");
        json.writeNumber(amount.toString());
        json.writeEndObject();
    }

    private static void guarded(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
