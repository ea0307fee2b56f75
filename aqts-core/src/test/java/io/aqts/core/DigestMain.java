package io.aqts.core;

import io.aqts.Orchestrator;
import io.aqts.config.Scenario;
import io.aqts.core.analyse.RunDigest;

/** A program that prints the fingerprints of two short runs, to be started in other JVMs. */
final class DigestMain {

    private DigestMain() {}

    /** Takes the number of steps. */
    public static void main(String[] args) {
        System.out.println(digests(Integer.parseInt(args[0])));
    }

    static String digests(int steps) {
        return digest(Presets.aureon(), Scenario.REGIME_SWITCHING, steps) + " "
                + digest(Presets.smaCross(), Scenario.REGIME_SWITCHING, steps);
    }

    static String digest(Preset preset, Scenario scenario, int steps) {
        RunDigest digest = new RunDigest();
        AqtsBuilder builder = Aqts.simulation()
                .preset(preset)
                .config(c -> c.seed(42).simulation(s -> s.scenario(scenario)))
                .listener(digest);
        try (Orchestrator engine = builder.build()) {
            for (int i = 0; i < steps; i++) {
                engine.next();
            }
        }
        return digest.hex();
    }
}
