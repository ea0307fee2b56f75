package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Orchestrator;
import io.aqts.market.AuctionKind;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The auction that closes a day and the split of the next morning, told by one snapshot. */
class AuctionAndSplitTest {

    private static final long MINUTE = Feed.MINUTE;

    @Test
    void whatAnAuctionFilledBeforeASplitIsSplitInTheBooksAsAtTheVenue() {
        OrderIntent wanted = OrderIntent.open(0, Side.BUY, Sizing.units(10)).withLifetime(Lifetime.AT_CLOSE);
        try (Orchestrator engine = Aqts.backtest(context -> new Feed(Universe.of(Feed.BTC), market()))
                .config(c -> c.execution(e -> e.partialFillProbability(0)))
                .detector(context -> snapshot -> List.of())
                .risk(context -> (decision, snapshot, portfolio) -> snapshot.epochNanos() == MINUTE
                        ? List.of(new RiskVerdict.Approved(wanted, List.of(ReasonCode.SIGNAL)))
                        : List.of())
                .build()) {
            engine.next();
            engine.next();
            Position held = engine.portfolio().position(0);
            assertThat(held.quantity()).isEqualTo(Decimal.of(40));
            assertThat(held.cost()).isEqualTo(Decimal.of(1_000));

            engine.kill(KillSwitch.FLATTEN);
            engine.next();
            engine.next();
            assertThat(engine.portfolio().position(0).isFlat()).isTrue();
        }
    }

    private static List<MarketSnapshot> market() {
        List<MarketSnapshot> market = new ArrayList<>();
        market.add(at(1, 100));
        market.add(MarketSnapshot.of(
                5 * MINUTE,
                List.of(at(5, 25)
                        .instrument(0)
                        .withEvents(List.of(
                                new MarketEvent.AuctionPrint(2 * MINUTE, 100, 1_000, AuctionKind.CLOSING),
                                new MarketEvent.Split(3 * MINUTE, Decimal.of(4)))))));
        market.add(at(6, 25));
        market.add(at(7, 25));
        return market;
    }

    private static MarketSnapshot at(int minute, double price) {
        return MarketSnapshot.of(
                minute * MINUTE,
                List.of(InstrumentMarket.of(new Bar(minute * MINUTE, MINUTE, price, price, price, price, 10_000))));
    }
}
