package io.aqts.examples;

import io.aqts.Orchestrator;
import io.aqts.core.Aqts;
import io.aqts.core.detect.SmaCross;
import io.aqts.trade.Fill;

/** A trading system in a dozen lines: two crossing averages on a made-up market. */
public final class HelloAqts {

    private HelloAqts() {}

    /**
     * Trades for forty minutes and prints every fill.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Orchestrator aqts = Aqts.simulation()
                .detector(context -> new SmaCross(10, 30))
                .config(c -> c.seed(7).risk(r -> r.maxLeverage(2)))
                .build();
        for (int minute = 0; minute < 40; minute++) {
            for (Fill fill : aqts.next().orElseThrow().fills()) {
                System.out.println(fill.side() + " " + fill.quantity() + " at " + fill.price());
            }
        }
        System.out.println("equity " + aqts.portfolio().equity());
    }
}
