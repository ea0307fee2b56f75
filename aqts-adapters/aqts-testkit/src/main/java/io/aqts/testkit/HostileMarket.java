package io.aqts.testkit;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.AuctionKind;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.TradingStatus;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A market in which anything may happen: trading is halted, closed and resumed, auctions find prices, instruments are
 * split, pay dividends, fall due for funding, get another grid, are marked elsewhere than they trade, and end. For
 * tests of whole runs, which must keep every promise whatever the market does.
 *
 * <p>It takes its prices from another source and is deterministic: the context's seed decides. After a split all prices
 * of the instrument are those after it; after its final settlement an instrument brings nothing any more.
 */
public final class HostileMarket implements DataSource {

    private static final List<Decimal> RATIOS =
            List.of(Decimal.of("2"), Decimal.of("0.5"), Decimal.of("1.5"), Decimal.of("10"), Decimal.of("0.1"));
    private static final List<TradingStatus> STOPPED =
            List.of(TradingStatus.AUCTION, TradingStatus.HALTED, TradingStatus.CLOSED);
    private static final List<AuctionKind> AUCTIONS =
            List.of(AuctionKind.OPENING, AuctionKind.INTRADAY, AuctionKind.CLOSING);
    private static final List<Double> RATES = List.of(0.0001, -0.0001, 0.01, -0.03, 0.0);

    private final DataSource source;
    private final Randomness chance;
    private final double[] factors;
    private final TradingStatus[] statuses;
    private final boolean[] ended;
    private final int rarity;

    /**
     * A market.
     *
     * @param context the run it is for
     * @param source where the prices come from; closed with this source
     * @param rarity how many steps of an instrument there are to one event, on average; 1 or more
     */
    public HostileMarket(LayerContext context, DataSource source, int rarity) {
        this.source = source;
        this.rarity = rarity;
        this.chance = context.randomness("hostile-market");
        int instruments = source.universe().size();
        factors = new double[instruments];
        Arrays.fill(factors, 1);
        statuses = new TradingStatus[instruments];
        Arrays.fill(statuses, TradingStatus.OPEN);
        ended = new boolean[instruments];
    }

    @Override
    public Universe universe() {
        return source.universe();
    }

    @Override
    public Optional<MarketSnapshot> next() {
        return source.next().map(this::disturbed);
    }

    @Override
    public void close() {
        source.close();
    }

    private MarketSnapshot disturbed(MarketSnapshot snapshot) {
        List<InstrumentMarket> all = new ArrayList<>();
        for (int i = 0; i < factors.length; i++) {
            all.add(ended[i] ? InstrumentMarket.QUIET : disturbed(i, snapshot));
        }
        return new MarketSnapshot(snapshot.epochNanos(), all, snapshot.readings());
    }

    private InstrumentMarket disturbed(int i, MarketSnapshot snapshot) {
        InstrumentMarket own = snapshot.instrument(i);
        double price = own.price() * factors[i];
        if (chance.nextInt(rarity) > 0 || !(price > 0)) {
            return factors[i] == 1 ? own : Contents.moved(own, 0, factors[i]);
        }
        List<MarketEvent> events = new ArrayList<>(own.events());
        long now = snapshot.epochNanos();
        switch (chance.nextInt(8)) {
            case 0, 1 -> change(i, events, now, price);
            case 2 -> events.add(new MarketEvent.MarkPrice(now, price * chance.nextDouble(0.97, 1.03)));
            case 3 -> events.add(new MarketEvent.FundingDue(now, Extremes.oneOf(chance, RATES), price));
            case 4 -> split(i, events, now);
            case 5 -> events.add(new MarketEvent.Dividend(now, Decimal.of(1 + chance.nextInt(5), 2)));
            case 6 -> events.add(grid(i, now));
            default -> settle(i, events, now, price);
        }
        return Contents.moved(own, 0, factors[i]).withEvents(events);
    }

    private void change(int i, List<MarketEvent> events, long now, double price) {
        TradingStatus before = statuses[i];
        statuses[i] = before == TradingStatus.OPEN ? Extremes.oneOf(chance, STOPPED) : TradingStatus.OPEN;
        if (before == TradingStatus.AUCTION) {
            AuctionKind kind = Extremes.oneOf(chance, AUCTIONS);
            events.add(new MarketEvent.AuctionPrint(now, price, chance.nextInt(3), kind));
        }
        events.add(new MarketEvent.StatusChange(now, statuses[i]));
    }

    private void split(int i, List<MarketEvent> events, long now) {
        Decimal ratio = Extremes.oneOf(chance, RATIOS);
        double factor = factors[i] / ratio.toDouble();
        if (factor > 1e-3 && factor < 1e3) {
            factors[i] = factor;
            events.add(new MarketEvent.Split(now, ratio));
        }
    }

    private MarketEvent grid(int i, long now) {
        Decimal coarser = chance.nextInt(2) == 0 ? Decimal.ONE : Decimal.of(10);
        return new MarketEvent.GridChange(
                now,
                universe().instrument(i).tickSize().times(coarser),
                universe().instrument(i).lotSize().times(coarser));
    }

    /** Ends are rarer than anything else, and the first instrument never ends, so that a run goes on. */
    private void settle(int i, List<MarketEvent> events, long now, double price) {
        if (i > 0 && chance.nextInt(50) == 0) {
            ended[i] = true;
            Decimal last = chance.nextInt(4) == 0 ? Decimal.ZERO : Decimal.fromDouble(price);
            events.add(new MarketEvent.FinalSettlement(now, last));
        }
    }
}
