package io.aqts.testkit;

import static io.aqts.testkit.Proof.caught;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.SentimentReading;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DataSourceContractTest {

    @Test
    void passesASourceThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(Unsorted.class, "neverGoesBackInTime"),
                caught(StampsBarsWithTheirStart.class, "holdsNothingFromTheFuture"),
                caught(KnowsTheMoodOfTomorrow.class, "holdsNothingFromTheFuture"),
                caught(QuotesFromTomorrow.class, "holdsNothingFromTheFuture"),
                caught(RepeatsBars.class, "bringsEveryBarOnce"),
                caught(ShufflesVenues.class, "keepsTheOrderWithinSnapshots"),
                caught(TradesBackwards.class, "keepsTheOrderWithinSnapshots"),
                caught(LosesAnInstrument.class, "keepsItsUniverse"),
                caught(ListsNewcomers.class, "keepsItsUniverse"),
                caught(NeverTheSame.class, "isRepeatable"),
                caught(ReadsFromOneTape.class, "isRepeatable"),
                caught(RisesAgain.class, "endsOnce"),
                caught(ClosesOnce.class, "closesTwice"));
    }

    static class Sound implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            Market market = market(context);
            return new ListSource(market.universe(), change(market));
        }

        List<MarketSnapshot> change(Market market) {
            return market.snapshots();
        }

        static Market market(LayerContext context) {
            return Market.quoted(MarketKind.WILD, context.config().seed(), 2, 60);
        }
    }

    static final class Unsorted extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            List<MarketSnapshot> all = new ArrayList<>(market.snapshots());
            Collections.swap(all, 40, 41);
            return all;
        }
    }

    static final class StampsBarsWithTheirStart extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            return market.snapshots().stream()
                    .map(snapshot -> {
                        InstrumentMarket first = snapshot.instrument(0);
                        Bar bar = first.bar();
                        long start = bar == null ? snapshot.epochNanos() : bar.startNanos();
                        return new MarketSnapshot(start, snapshot.instruments(), List.of());
                    })
                    .toList();
        }
    }

    static final class KnowsTheMoodOfTomorrow extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            return market.snapshots().stream()
                    .map(snapshot -> new MarketSnapshot(
                            snapshot.epochNanos(),
                            snapshot.instruments(),
                            List.of(SentimentReading.of(snapshot.epochNanos() + 1, "BTC", "crowd", 1))))
                    .toList();
        }
    }

    static final class QuotesFromTomorrow extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            return withFirst(
                    market,
                    (own, now) -> new InstrumentMarket(
                            own.bar(), List.of(new Quote(0, now + 1, 1, 1, 2, 1, 0, 0)), own.books(), own.trades()));
        }
    }

    static final class RepeatsBars extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            Bar[] last = {null};
            return withFirst(market, (own, now) -> {
                last[0] = own.bar() == null ? last[0] : own.bar();
                return new InstrumentMarket(last[0], own.quotes(), own.books(), own.trades());
            });
        }
    }

    static final class ShufflesVenues extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            return withFirst(market, (own, now) -> {
                List<Quote> quotes = new ArrayList<>(own.quotes());
                Collections.reverse(quotes);
                return new InstrumentMarket(own.bar(), quotes, own.books(), own.trades());
            });
        }
    }

    static final class TradesBackwards extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            return withFirst(market, (own, now) -> {
                List<Trade> trades = new ArrayList<>(own.trades());
                Collections.reverse(trades);
                return new InstrumentMarket(own.bar(), own.quotes(), own.books(), trades);
            });
        }
    }

    static final class LosesAnInstrument extends Sound {

        @Override
        List<MarketSnapshot> change(Market market) {
            List<MarketSnapshot> all = new ArrayList<>(market.snapshots());
            MarketSnapshot last = all.remove(all.size() - 1);
            all.add(MarketSnapshot.of(last.epochNanos(), last.instruments().subList(0, 1)));
            return all;
        }
    }

    static final class ListsNewcomers extends Sound {

        @Override
        public DataSource create(LayerContext context) {
            Market market = market(context);
            int[] reads = {0};
            return new ListSource(market.universe(), market.snapshots()) {
                @Override
                public Universe universe() {
                    return reads[0] < 30
                            ? super.universe()
                            : Market.bars(MarketKind.CALM, 1, 3, 1).universe();
                }

                @Override
                public Optional<MarketSnapshot> next() {
                    reads[0]++;
                    return super.next();
                }
            };
        }
    }

    static final class NeverTheSame extends Sound {

        private static long seeds;

        @Override
        public DataSource create(LayerContext context) {
            Market market = Market.bars(MarketKind.CALM, seeds++, 2, 60);
            return new ListSource(market.universe(), market.snapshots());
        }
    }

    static final class ReadsFromOneTape extends Sound {

        private static ListSource tape = new ListSource(Universe.EMPTY, List.of());

        @Override
        public DataSource create(LayerContext context) {
            tape = (ListSource) super.create(context);
            return new DataSource() {
                @Override
                public Universe universe() {
                    return tape.universe();
                }

                @Override
                public Optional<MarketSnapshot> next() {
                    return tape.next();
                }
            };
        }
    }

    static final class RisesAgain extends Sound {

        @Override
        public DataSource create(LayerContext context) {
            Market market = market(context);
            int[] reads = {0};
            return new ListSource(market.universe(), market.snapshots()) {
                @Override
                public Optional<MarketSnapshot> next() {
                    return reads[0]++ == market.size() + 2
                            ? Optional.of(market.snapshots().get(0))
                            : super.next();
                }
            };
        }
    }

    static final class ClosesOnce extends Sound {

        @Override
        public DataSource create(LayerContext context) {
            Market market = market(context);
            boolean[] closed = {false};
            return new ListSource(market.universe(), market.snapshots()) {
                @Override
                public void close() {
                    if (closed[0]) {
                        throw new AssertionError("closed twice");
                    }
                    closed[0] = true;
                }
            };
        }
    }

    private interface Change {

        InstrumentMarket of(InstrumentMarket own, long epochNanos);
    }

    private static List<MarketSnapshot> withFirst(Market market, Change change) {
        return market.snapshots().stream()
                .map(snapshot -> {
                    List<InstrumentMarket> all = new ArrayList<>(snapshot.instruments());
                    all.set(0, change.of(all.get(0), snapshot.epochNanos()));
                    return new MarketSnapshot(snapshot.epochNanos(), all, snapshot.readings());
                })
                .toList();
    }
}
