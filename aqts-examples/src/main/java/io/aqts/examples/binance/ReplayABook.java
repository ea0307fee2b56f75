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
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
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
     * The perpetual margined in coins: contracts of 100 USD each, settled in bitcoin, 2 bps for makers and 5 for
     * takers.
     */
    static BookRecording perpetual(Path file) {
        Instrument instrument = Instrument.of("BTC/USD", Decimal.of("0.1"), Decimal.ONE)
                .with(Contract.inversePerpetual(Decimal.of(100), MarginSchedule.PAID_IN_FULL));
        BinanceSymbol symbol = new BinanceSymbol("BTCUSD_PERP", BinanceMarket.FUTURES, instrument, Decimal.ONE);
        return BookRecording.of(BinanceStreamFile.open(file, symbol, new Venue("binance-coin-m", 0, 2, 5)));
    }

    /** Ten contracts of the perpetual, or about what they were worth of spot bitcoin. */
    static RiskManager maker(BookRecording recording) {
        return new QuoteBothSides(10 * unit(recording), 50 * unit(recording));
    }

    static RiskManager taker(BookRecording recording) {
        return new TakeImbalance(10 * unit(recording), 0.98, 5 * SECOND);
    }

    private static double unit(BookRecording recording) {
        return isInverse(recording) ? 1 : 0.0016;
    }

    private static boolean isInverse(BookRecording recording) {
        return recording.universe().instrument(0).contract().payoff().isInverse();
    }

    static List<String> run(BookRecording recording, RiskManager strategy, QueueModel queue) {
        Instrument instrument = recording.universe().instrument(0);
        ReplayTally tally = new ReplayTally(SECOND, instrument);
        Decimal cash = isInverse(recording) ? Decimal.of(2) : Decimal.of(100_000);
        try (Orchestrator run = Aqts.backtest(context -> BookReplay.of(recording.feed()))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Decision.NONE)
                .risk(context -> strategy)
                .venue(context -> new BookVenue(context, BookRules.defaults().withQueue(queue)))
                .config(c -> c.risk(r -> r.currency(instrument.settlementCurrency())
                                .initialCash(cash)
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
            lines.addAll(run(recording, maker(recording), queue));
        }
        lines.add("");
        lines.add("taking");
        lines.addAll(run(recording, taker(recording), new QueueModel.RiskAverse()));
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
