package io.aqts.core.ledger;

import io.aqts.Randomness;
import io.aqts.config.AccountConfig;
import io.aqts.config.AccountKind;
import io.aqts.config.Deposit;
import io.aqts.config.GivenRate;
import io.aqts.config.LotMethod;
import io.aqts.config.PositionMode;
import io.aqts.market.Bar;
import io.aqts.market.Contract;
import io.aqts.market.DayCount;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Financing;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarginTier;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.SettlementCycle;
import io.aqts.market.Universe;
import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Payoff;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A market of every kind of contract in several currencies, in which everything happens that can, in any order. */
final class Turmoil {

    static final Universe UNIVERSE;
    static final long HOUR = 3_600_000_000_000L;
    static final long START = 1_700_000_000_000_000_000L;
    private static final String[] QUANTITIES = {"1", "0.5", "0.3", "7", "0.0001", "12.345678", "100", "3", "0.1"};
    private static final String[] FEES = {"0", "0.01", "-0.005", "1.23456789", "0.00000001"};

    static {
        UNIVERSE = universe();
    }

    private final Randomness chance;
    private final TestMint mint = new TestMint();
    private final double[] prices = {30_000, 1.1, 120, 30_000, 30_000, 30_100, 30_200, 15_000};
    private long now = START;

    Turmoil(long seed) {
        chance = Randomness.of(seed);
    }

    AccountConfig account() {
        return AccountConfig.defaults().toBuilder()
                .currency(chance.nextInt(3) == 0 ? "EUR" : "USD")
                .initialCash(Decimal.of("100000.01"))
                .kind(chance.nextInt(2) == 0 ? AccountKind.MARGIN : AccountKind.UNRESTRICTED)
                .positions(PositionMode.values()[chance.nextInt(2)])
                .lots(LotMethod.values()[chance.nextInt(4)])
                .deposits(List.of(new Deposit("BTC", Decimal.of("2.5"))))
                .rates(List.of(new GivenRate("GBP", "USD", Decimal.of("1.27"))))
                .build();
    }

    private static Universe universe() {
        MarginSchedule tiers = new MarginSchedule(
                List.of(
                        new MarginTier(Decimal.ZERO, Decimal.of("0.1"), Decimal.of("0.05"), Decimal.ZERO),
                        new MarginTier(Decimal.of(1_000), Decimal.of("0.2"), Decimal.of("0.1"), Decimal.of(50))),
                Decimal.of("0.01"),
                true);
        Financing swap = new Financing(
                Decimal.of("0.05"),
                Decimal.of("-0.013"),
                LocalTime.of(17, 0),
                ZoneId.of("America/New_York"),
                DayCount.ACT_360,
                false);
        Contract share = Contract.share(new SettlementCycle(2, ZoneOffset.UTC, List.of()), Decimal.of("0.031"));
        Contract physical = new Contract.Future(
                Payoff.linear(Decimal.of("0.1")), tiers, START + 500 * HOUR, ExpirySettlement.PHYSICAL);
        Contract cash = new Contract.Future(
                Payoff.inverse(Decimal.of(10)), tiers, START + 700 * HOUR + 7, ExpirySettlement.CASH);
        return Universe.of(
                Instrument.of("BTC/USD"),
                Instrument.of("EUR/USD").with(new Contract.Spot(SettlementCycle.AT_ONCE, tiers, swap)),
                Instrument.of("SAP/EUR").with(share),
                named("BTC-PERP", "BTC", "USD").with(Contract.linearPerpetual(Decimal.of("0.001"), tiers)),
                named("XBT-PERP", "BTC", "USD").with(Contract.inversePerpetual(Decimal.of(100), tiers)),
                named("BTC-MAR", "BTC", "USD").with(physical),
                named("XBT-MAR", "BTC", "USD").with(cash),
                named("DAX", "DAX", "GBP").with(Contract.difference(Decimal.of(25), tiers, swap)));
    }

    private static Instrument named(String symbol, String base, String quote) {
        return new Instrument(symbol, base, quote, Decimal.of(1, 2), Decimal.of(1, 4), Decimal.ZERO);
    }

    /** Lets time go on by anything from nothing to a week, with new prices of some instruments and events of any. */
    MarketSnapshot next() {
        long before = now;
        now += chance.nextInt(4) == 0 ? 0 : chance.nextInt(chance.nextInt(5) == 0 ? 170 : 9) * HOUR / 2;
        List<InstrumentMarket> markets = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            InstrumentMarket market = InstrumentMarket.QUIET;
            if (now == START || chance.nextInt(3) > 0) {
                double price = Math.rint(prices[i] * chance.nextDouble(0.97, 1.03) * 10_000) / 10_000;
                prices[i] = price;
                long length = chance.nextInt(2) == 0 ? 1 : HOUR;
                market = InstrumentMarket.of(new Bar(now, length, price, price, price, price, 1));
            }
            markets.add(chance.nextInt(6) == 0 ? market.withEvents(events(i, before)) : market);
        }
        return MarketSnapshot.of(now, markets);
    }

    private List<MarketEvent> events(int i, long before) {
        List<MarketEvent> events = new ArrayList<>();
        for (int n = chance.nextInt(3); n >= 0; n--) {
            long at = between(before);
            switch (chance.nextInt(9)) {
                case 0, 1, 2 ->
                    events.add(new MarketEvent.FundingDue(at, chance.nextInt(7) / 10_000.0 - 0.0003, prices[i]));
                case 3 -> events.add(new MarketEvent.Dividend(at, Decimal.of(1 + chance.nextInt(99), 3)));
                case 4 -> events.add(new MarketEvent.MarkPrice(at, prices[i] * 1.001));
                case 5 -> events.add(new MarketEvent.DepthReset(at, 0));
                case 6 -> events.add(new MarketEvent.FundingDue(before, 0.0001, prices[i]));
                default -> {
                    if (i == 2 || i == 7) {
                        events.add(
                                new MarketEvent.Split(at, chance.nextInt(2) == 0 ? Decimal.of(2) : Decimal.of("0.5")));
                    }
                }
            }
        }
        if (i == 3 && chance.nextInt(60) == 0) {
            events.add(new MarketEvent.FinalSettlement(between(before), Decimal.of(chance.nextInt(2) * 29_000L)));
        }
        events.sort(Comparator.comparingLong(MarketEvent::epochNanos));
        return events;
    }

    private long between(long before) {
        long hours = (now - before) / HOUR;
        return hours < 1 || chance.nextInt(4) == 0 ? now : before + chance.nextInt((int) hours) * HOUR;
    }

    /** Fills of any instruments that still trade, closing no more than there is. */
    List<Fill> fills(Ledger ledger, MarketSnapshot snapshot, List<ApprovedOrder> orders) {
        List<Fill> fills = new ArrayList<>();
        List<Integer> busy = new ArrayList<>();
        List<Integer> closed = new ArrayList<>();
        boolean delivers =
                !ledger.isOver(5) && UNIVERSE.instrument(5).contract().expiryNanos() <= now;
        for (int n = chance.nextInt(7); n > 0; n--) {
            int i = chance.nextInt(prices.length);
            boolean ends = snapshot.instrument(i).events().stream()
                    .anyMatch(it -> it instanceof MarketEvent.FinalSettlement || it instanceof MarketEvent.Split);
            boolean expires = UNIVERSE.instrument(i).contract().expiryNanos() <= now;
            if (!ledger.isOver(i) && !ends && !expires && !closed.contains(i)) {
                fills.add(fill(ledger, i, busy.contains(i) || (delivers && i == 0), orders));
                busy.add(i);
                if (orders.get(orders.size() - 1).order().reduceOnly()) {
                    closed.add(i);
                }
            }
        }
        fills.sort(Comparator.comparingLong(Fill::epochNanos));
        return fills;
    }

    private Fill fill(Ledger ledger, int i, boolean isBusy, List<ApprovedOrder> orders) {
        Side side = Side.values()[chance.nextInt(2)];
        Decimal open = ledger.position(i).held(side.opposite());
        boolean closes = !isBusy && open.isPositive() && chance.nextInt(2) == 0;
        Decimal quantity = Decimal.of(QUANTITIES[chance.nextInt(QUANTITIES.length)]);
        quantity = closes && (quantity.isGreaterThan(open) || chance.nextInt(3) == 0) ? open : quantity;
        boolean liquidates = closes && chance.nextInt(4) == 0;
        Order order = new Order(
                i,
                side,
                OrderSize.units(quantity),
                OrderType.market(),
                Lifetime.GTC,
                Handling.reducing(closes),
                Bracket.NONE,
                liquidates ? ReasonCode.LIQUIDATION : ReasonCode.SIGNAL);
        ApprovedOrder approved = mint.approve(order, now, Decimal.ONE);
        orders.add(approved);
        FillContext context = new FillContext("here", Liquidity.TAKER, order.reason(), Decimal.ONE, false);
        double price = Math.rint(prices[i] * chance.nextDouble(0.99, 1.01) * 10_000) / 10_000;
        Decimal fee = Decimal.of(FEES[chance.nextInt(FEES.length)]);
        long at = now - chance.nextInt(3) * HOUR / 2;
        long since = at - approved.id() % 4 * HOUR / 2;
        return new Fill(approved.id(), at, i, side, quantity, Decimal.fromDouble(price), fee, context.withNews(since));
    }
}
