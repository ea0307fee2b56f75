package io.aqts.examples.cli;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.core.AqtsBuilder;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Steps through a market and shows each step. */
@Command(
        name = "simulate",
        description = "Steps through a market and shows each step: price, action, signals, portfolio.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final long STEPS = 60;
    private static final int STEPS_AT_ONCE = 256;

    private final Output output;

    @Mixin
    private RunOptions options = new RunOptions();

    SimulateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (options.market.scenarios.size() > 1) {
            throw new IllegalArgumentException(
                    "--scenario must be one scenario here, but was " + options.market.scenarios);
        }
        AqtsBuilder builder = options.builder(System.getenv(), null);
        long limit = options.steps == null ? STEPS : options.steps == 0 ? Long.MAX_VALUE : options.steps;
        if (limit == Long.MAX_VALUE && options.market.bars.isEmpty()) {
            throw new IllegalArgumentException("--steps must be more than 0, because a simulated market has no end");
        }
        StepText view = options.json ? new StepJson(output.text()) : new StepText(output.text());
        try (Orchestrator orchestrator = builder.build()) {
            view.begin(orchestrator.universe());
            for (long i = 0; i < limit; i++) {
                Optional<Step> step = orchestrator.next();
                if (step.isEmpty()) {
                    options.market.requireSteps(i);
                    break;
                }
                view.step(step.get());
                if (!options.json && i % STEPS_AT_ONCE == 0) {
                    output.flushNowAndThen();
                }
            }
            view.end(orchestrator.portfolio());
        }
        return 0;
    }
}
