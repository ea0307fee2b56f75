package io.aqts.examples;

import io.aqts.Orchestrator;
import io.aqts.config.SimulatedInstrument;
import io.aqts.core.Aqts;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import java.util.ArrayList;
import java.util.List;

/** Several instruments in one run: one universe, one account, and a list entry for each instrument everywhere. */
public final class SeveralInstruments {

    private static final List<SimulatedInstrument> COINS =
            List.of(coin("BTC/USDT", 42_000, 0.6), coin("ETH/USDT", 2_250, 0.75), coin("SOL/USDT", 95, 0.9));

    private SeveralInstruments() {}

    static List<String> run() {
        List<String> lines = new ArrayList<>();
        try (Orchestrator aqts = Aqts.simulation()
                .detector(context -> new SmaCross(20, 50))
                .fusion(FollowSignal::new)
                .config(c -> c.simulation(s -> s.instruments(COINS).correlation(0.5)))
                .build()) {
            for (int i = 0; i < 240; i++) {
                aqts.next();
            }
            Universe universe = aqts.universe();
            Portfolio portfolio = aqts.portfolio();
            for (int i = 0; i < universe.size(); i++) {
                Position position = portfolio.position(i);
                lines.add(universe.instrument(i).symbol() + ": holds " + position.quantity() + ", earned "
                        + position.realizedPnl() + ", paid " + position.fees());
            }
            lines.add("together: cash " + portfolio.cash() + ", equity " + portfolio.equity());
        }
        return lines;
    }

    private static SimulatedInstrument coin(String symbol, double price, double volatility) {
        return new SimulatedInstrument(
                symbol, price, Decimal.of("0.01"), Decimal.of("0.0001"), Decimal.of(10), volatility);
    }

    /**
     * Trades three made-up coins for four hours and shows the account.
     *
     * @param args none
     */
    public static void main(String[] args) {
        run().forEach(System.out::println);
    }
}
