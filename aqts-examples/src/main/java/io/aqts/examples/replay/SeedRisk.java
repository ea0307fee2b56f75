package io.aqts.examples.replay;

import io.aqts.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * The original's risk manager: a probability that is nearly half a coin toss, no limit on all positions together, long
 * and short at once, and a circuit breaker that liquidates but does not halt.
 */
final class SeedRisk {

    private static final double MAX_PORTFOLIO_RISK = 0.03;
    private static final double RISK_PER_TRADE_CAP = 0.04;
    private static final double MAX_LEVERAGE = 5;
    private static final double CIRCUIT_BREAKER = 0.10;
    private static final int MIN_HOLD = 45;
    private static final int MAX_HOLD = 360;

    private final DoubleSupplier chance;
    private final SeedBooks books;
    private final List<Held> positions = new ArrayList<>();
    private double realized;
    private double equity;
    private double peak;
    private int breakerTrips;

    /** A risk manager without positions, that draws from 0 to 1, 1 excluded. */
    SeedRisk(DoubleSupplier chance, double initialEquity, SeedBooks books) {
        this.chance = chance;
        this.books = books;
        this.realized = initialEquity;
        this.equity = initialEquity;
        this.peak = initialEquity;
    }

    Optional<SeedOrder> evaluate(SeedDecision decision, Bar bar, long tick) {
        if (decision.sign() == 0) {
            return Optional.empty();
        }
        double close = bar.close();
        double range = Math.max(0.001, (bar.high() - bar.low()) / close);
        double probability = 0.55 * decision.confidence() + 0.45 * chance.getAsDouble();
        double odds = 1.5 + decision.confidence();
        double kelly = Math.min(1, Math.max(0, probability - (1 - probability) / odds));
        double share = Math.min(Math.min(MAX_PORTFOLIO_RISK, kelly * decision.size()), RISK_PER_TRADE_CAP);
        double notional = equity * share * Math.min(MAX_LEVERAGE, 1 / range);
        if (!(notional > 0)) {
            return Optional.empty();
        }
        double stop = 1.2 * range * close;
        long hold = Math.min(MAX_HOLD, Math.max(MIN_HOLD, Math.round(60 + 180 * decision.confidence())));
        int sign = decision.sign();
        return Optional.of(new SeedOrder(
                sign, notional / close, notional, close - sign * stop, close + sign * stop * odds, tick + hold));
    }

    void register(SeedOrder order, double average) {
        positions.add(new Held(order, average));
        books.open(order, average);
    }

    void mark(double price, long tick) {
        closeIf(price, held -> held.isOver(price, tick));
        equity = realized
                + positions.stream().mapToDouble(held -> held.earned(price)).sum();
        peak = Math.max(peak, equity);
        if ((peak - equity) / peak > CIRCUIT_BREAKER && !positions.isEmpty()) {
            breakerTrips++;
            closeIf(price, held -> true);
            equity = realized;
        }
    }

    int breakerTrips() {
        return breakerTrips;
    }

    private void closeIf(double price, Predicate<Held> condition) {
        for (Held held : List.copyOf(positions)) {
            if (condition.test(held)) {
                positions.remove(held);
                realized += held.earned(price);
                books.close(held.order(), held.entry(), price);
            }
        }
    }

    private record Held(SeedOrder order, double entry) {

        double earned(double price) {
            return (price - entry) * order.size() * order.sign();
        }

        boolean isOver(double price, long tick) {
            boolean stopped = order.sign() * (price - order.stop()) <= 0;
            boolean reached = order.sign() * (price - order.target()) >= 0;
            return stopped || reached || tick >= order.lastTick();
        }
    }
}
