package io.aqts.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.aqts.config.Scenario;
import io.aqts.core.analyse.ReasonCount;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.Envelope;
import io.aqts.core.backtest.FigureSummary;
import io.aqts.core.backtest.IterationReport;
import io.aqts.core.backtest.LateResult;
import io.aqts.core.backtest.Reading;
import io.aqts.core.backtest.RunManifest;
import io.aqts.core.config.Configurations;
import io.aqts.performance.EquityPoint;
import io.aqts.performance.Interval;
import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.Statistic;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A report as one JSON document. Exact sums are numbers with all their digits; what is undefined is null. */
final class ReportJson {

    /** Figures whose totals stand where the means of the others do. */
    private static final List<String> TOTALS = List.of("fills", "trades");

    private final StringWriter target = new StringWriter();
    private final JsonGenerator json;

    private ReportJson() throws IOException {
        json = new JsonFactory().createGenerator(target);
        json.useDefaultPrettyPrinter();
    }

    static String of(TimedReport report) throws IOException {
        ReportJson writer = new ReportJson();
        writer.json.writeStartObject();
        writer.report(report);
        writer.json.writeEndObject();
        return writer.finish();
    }

    static String of(Map<Scenario, TimedReport> reports) throws IOException {
        ReportJson writer = new ReportJson();
        writer.json.writeStartObject();
        writer.json.writeArrayFieldStart("scenarios");
        for (Map.Entry<Scenario, TimedReport> entry : reports.entrySet()) {
            writer.json.writeStartObject();
            writer.json.writeStringField("scenario", entry.getKey().name());
            writer.report(entry.getValue());
            writer.json.writeEndObject();
        }
        writer.json.writeEndArray();
        writer.json.writeEndObject();
        return writer.finish();
    }

    private void report(TimedReport timed) throws IOException {
        BacktestReport report = timed.report();
        List<IterationReport> iterations = report.iterations();
        manifest(report.manifest());
        json.writeStringField("digest", digest(iterations));
        json.writeNumberField("steps", report.steps());
        json.writeNumberField("seconds", timed.seconds());
        json.writeNumberField("stepsPerSecond", timed.stepsPerSecond());
        json.writeNumberField(
                "fills",
                iterations.stream().mapToLong(i -> i.summary().costs().fills()).sum());
        json.writeNumberField(
                "trades",
                iterations.stream().mapToLong(i -> i.summary().trades().count()).sum());
        exact("initialEquity", iterations.get(0).summary().initialEquity().toString());
        if (iterations.size() == 1) {
            single(iterations.get(0).summary());
            statistic("restricted", iterations.get(0).restricted());
        } else {
            for (FigureSummary figure : report.summary()) {
                if (!TOTALS.contains(figure.name())) {
                    statistic(figure.name(), figure.mean());
                }
            }
        }
        summary(report.summary());
        json.writeArrayFieldStart("iterations");
        for (int i = 0; i < iterations.size(); i++) {
            List<Envelope> envelopes = report.envelopes();
            iteration(iterations.get(i), envelopes.isEmpty() ? List.of() : envelopes.subList(i, i + 1));
        }
        json.writeEndArray();
        json.writeFieldName("config");
        json.writeRawValue(Configurations.toJson(timed.config()));
    }

    private void manifest(RunManifest manifest) throws IOException {
        json.writeObjectFieldStart("manifest");
        json.writeStringField("version", manifest.version());
        json.writeStringField("preset", manifest.preset());
        json.writeStringField("configHash", manifest.configHash());
        texts("data", manifest.data());
        json.writeArrayFieldStart("seeds");
        for (long seed : manifest.seeds()) {
            json.writeNumber(seed);
        }
        json.writeEndArray();
        texts("layers", manifest.layers());
        texts("assumptions", manifest.assumptions());
        json.writeEndObject();
    }

    private void single(PerformanceSummary summary) throws IOException {
        exact("finalEquity", summary.finalEquity().toString());
        exact("fees", summary.costs().fees().toString());
        exact("slippage", summary.costs().slippage().toString());
        statistic("totalReturn", summary.returns().totalReturn());
        statistic("cagr", summary.returns().cagr());
        statistic("volatility", summary.returns().volatility());
        statistic("sharpe", summary.returns().sharpe());
        statistic("sortino", summary.returns().sortino());
        statistic("calmar", summary.returns().calmar());
        json.writeNumberField("periodsPerYear", summary.returns().periodsPerYear());
        statistic("maxDrawdown", summary.drawdown().maximum());
        statistic("finalDrawdown", summary.drawdown().current());
        json.writeNumberField("longestUnderWaterSeconds", summary.drawdown().longestUnderWaterNanos() / 1e9);
        json.writeBooleanField("recovered", summary.drawdown().recovered());
        statistic("winRate", summary.trades().winRate());
        intervals("winRateInterval", summary.trades().winRateInterval());
        statistic("payoff", summary.trades().payoff());
        statistic("expectancy", summary.trades().expectancy());
        statistic("profitFactor", summary.trades().profitFactor());
        json.writeNumberField("ambiguousTrades", summary.trades().ambiguous());
        statistic("turnover", summary.costs().turnover());
        statistic("exposure", summary.costs().exposure());
        statistic("averageLeverage", summary.costs().averageLeverage());
    }

    private void iteration(IterationReport iteration, List<Envelope> envelopes) throws IOException {
        PerformanceSummary summary = iteration.summary();
        json.writeStartObject();
        json.writeNumberField("seed", iteration.seed());
        json.writeStringField("digest", iteration.digest());
        json.writeStringField("from", instant(summary.span().startNanos()));
        json.writeStringField("to", instant(summary.span().endNanos()));
        json.writeNumberField("steps", summary.span().steps());
        json.writeNumberField("fills", summary.costs().fills());
        json.writeNumberField("trades", summary.trades().count());
        json.writeNumberField(
                "unfilledOrders", iteration.portfolio().openOrders().size());
        json.writeStringField("riskState", iteration.portfolio().riskState().name());
        single(summary);
        statistic("restricted", iteration.restricted());
        new RestrictionJson(json).write(iteration.restrictions());
        json.writeArrayFieldStart("reasons");
        for (ReasonCount reason : iteration.reasons()) {
            json.writeStartObject();
            json.writeStringField("outcome", reason.outcome().name());
            json.writeStringField("reason", reason.reason().code());
            json.writeNumberField("count", reason.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        for (Envelope envelope : envelopes) {
            envelope(envelope);
        }
        equityCurve(iteration.equityCurve());
        json.writeEndObject();
    }

    private void envelope(Envelope envelope) throws IOException {
        json.writeObjectFieldStart("envelope");
        exact("reported", envelope.reported().toString());
        exact("pessimistic", envelope.pessimistic().toString());
        exact("optimistic", envelope.optimistic().toString());
        json.writeArrayFieldStart("readings");
        for (Reading reading : envelope.readings()) {
            json.writeStartObject();
            json.writeStringField("name", reading.name());
            json.writeBooleanField("targetFirst", reading.policy().isFavorable());
            json.writeBooleanField("touchFills", reading.policy().touch());
            exact("profit", reading.profit().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("ambiguousFills", envelope.ambiguousFills());
        statistic("ambiguousShare", envelope.ambiguousShare());
        statistic("breakEvenSlippageBps", envelope.breakEvenSlippageBps());
        statistic("breakEvenFeeMultiple", envelope.breakEvenFeeMultiple());
        json.writeArrayFieldStart("delays");
        for (LateResult late : envelope.delays()) {
            json.writeStartObject();
            json.writeStringField("delay", late.delay());
            json.writeNumberField("seconds", late.delayNanos() / 1e9);
            exact("profit", late.profit().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        statistic("vanishesAfterSeconds", envelope.vanishesAfterSeconds());
        json.writeEndObject();
    }

    private void summary(List<FigureSummary> summary) throws IOException {
        json.writeArrayFieldStart("summary");
        for (FigureSummary figure : summary) {
            json.writeStartObject();
            json.writeStringField("name", figure.name());
            statistic("mean", figure.mean());
            intervals("interval", figure.interval());
            json.writeNumberField("definedIn", figure.defined());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void equityCurve(List<EquityPoint> points) throws IOException {
        json.writeArrayFieldStart("equityCurve");
        for (EquityPoint point : points) {
            json.writeStartArray();
            json.writeString(instant(point.epochNanos()));
            json.writeNumber(point.equity());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void intervals(String name, List<Interval> intervals) throws IOException {
        if (intervals.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        json.writeNumber(intervals.get(0).low());
        json.writeNumber(intervals.get(0).high());
        json.writeEndArray();
    }

    private void statistic(String name, Statistic statistic) throws IOException {
        if (statistic instanceof Statistic.Undefined undefined) {
            json.writeNullField(name);
            json.writeStringField(name + "Undefined", undefined.reason());
        } else {
            json.writeNumberField(name, statistic.orElse(0));
        }
    }

    private void exact(String name, String number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(number);
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private String finish() throws IOException {
        json.close();
        return target.toString();
    }

    /** {@return the digest of the only iteration, or one over the digests of all} */
    static String digest(List<IterationReport> iterations) {
        if (iterations.size() == 1) {
            return iterations.get(0).digest();
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (IterationReport iteration : iterations) {
                sha.update(iteration.digest().getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String instant(long epochNanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(epochNanos, 1_000_000_000L), Math.floorMod(epochNanos, 1_000_000_000L))
                .toString();
    }
}
