package io.aqts.examples.binance;

import io.aqts.Orchestrator;
import io.aqts.RiskManager;
import io.aqts.config.DelayConfig;
import io.aqts.core.Aqts;
import io.aqts.core.book.QueueModel;
import io.aqts.core.execute.BookRules;
import io.aqts.core.execute.BookVenue;
import io.aqts.core.replay.BookRecording;
import io.aqts.core.replay.BookReplay;
import io.aqts.market.Instrument;
import io.aqts.market.Venue;
import io.aqts.signal.Decision;
import io.aqts.trade.Decimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two simple strategies on a recorded order book of Binance, every message a step: one that gives liquidity, under each
 * queue model, and one that takes it.
 */
public final class ReplayABook {

    private static final long SECOND = 1_000_000_000L;

    private static final DelayConfig SOME = new DelayConfig(Duration.ofMillis(5), Duration.ofMillis(20));

    private ReplayABook() {}

    /** Spot bitcoin: whole cents, a hundred-thousandth of a coin, 10 bps for makers and takers alike. */
    static BookRecording spot(Path file) {
        Instrument instrument = Instrument.of("BTC/USDT", Decimal.of("0.01"), Decimal.of("0.00001"));
        Venue venue = new Venue("binance", 0, 10, 10);
        return BookRecording.of(BinanceStreamFile.open(file, BinanceSymbol.spot("BTCUSDT", instrument), venue));
    }

    /**
     * The perpetual margined in coins, 2 bps for makers and 5 for takers. A contract of 100 USD is counted as the
     * 0.0016 coins it was worth at the time, as if it paid linearly, which over some minutes it nearly does.
     */
    static BookRecording perpetual(Path file) {
        Decimal contract = Decimal.of("0.0016");
        Instrument instrument = Instrument.of("BTC/USD", Decimal.of("0.1"), contract);
        BinanceSymbol symbol = new BinanceSymbol("BTCUSD_PERP", BinanceMarket.FUTURES, instrument, contract);
        return BookRecording.of(BinanceStreamFile.open(file, symbol, new Venue("binance-coin-m", 0, 2, 5)));
    }

    static RiskManager maker() {
        return new QuoteBothSides(0.0016 * 10, 0.0016 * 50);
    }

    static RiskManager taker() {
        return new TakeImbalance(0.0016 * 10, 0.98, 5 * SECOND);
    }

    static List<String> run(BookRecording recording, RiskManager strategy, QueueModel queue) {
        ReplayTally tally = new ReplayTally(SECOND);
        String currency = recording.universe().instrument(0).quote();
        try (Orchestrator run = Aqts.backtest(context -> BookReplay.of(recording.feed()))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Decision.NONE)
                .risk(context -> strategy)
                .venue(context -> new BookVenue(context, BookRules.defaults().withQueue(queue)))
                .config(c -> c.risk(r -> r.currency(currency)
                                .initialCash(Decimal.of(100_000))
                                .shortAllowed(true))
                        .execution(
                                e -> e.latency(l -> l.submit(SOME).cancel(SOME).amend(SOME))))
                .listener(tally)
                .build()) {
            while (run.next().isPresent()) {}
        }
        return tally.lines();
    }

    static List<String> report(BookRecording recording) {
        List<String> lines = new ArrayList<>(recording.origins());
        lines.add(delays(recording));
        for (QueueModel queue :
                List.of(new QueueModel.RiskAverse(), new QueueModel.Power(2), new QueueModel.Logarithmic())) {
            lines.add("");
            lines.add("giving, " + queue);
            lines.addAll(run(recording, maker(), queue));
        }
        lines.add("");
        lines.add("taking");
        lines.addAll(run(recording, taker(), new QueueModel.RiskAverse()));
        return lines;
    }

    /** What lies between the venue's stamp and the receipt: the way, and the difference of two clocks. */
    private static String delays(BookRecording recording) {
        long[] delays = recording.messages().stream()
                .mapToLong(message -> message.epochNanos() - message.venueNanos())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "received less sent, two clocks apart: least %.1f ms, median %.1f ms, most %.1f ms",
                delays[0] / 1e6,
                delays[delays.length / 2] / 1e6,
                delays[delays.length - 1] / 1e6);
    }

    /**
     * Replays a recorded book, or two.
     *
     * @param args {@code spot} or {@code perpetual} and a file, as often as wanted
     */
    public static void main(String[] args) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            Path file = Path.of(args[i + 1]);
            BookRecording recording = args[i].equals("spot") ? spot(file) : perpetual(file);
            report(recording).forEach(System.out::println);
        }
    }
}
