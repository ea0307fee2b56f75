package io.aqts.core;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.WhatIf;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.core.config.Configurations;
import io.aqts.market.Universe;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Restrictions;
import java.util.List;
import java.util.Optional;

/** The orchestrator: a wiring, and the run that is made from it anew on every reset. */
final class Engine implements Orchestrator {

    private final Wiring original;
    private Wiring wiring;
    private Run run;
    private boolean closed;

    Engine(Wiring wiring) {
        this.original = wiring;
        this.wiring = wiring;
        this.run = Run.start(wiring);
    }

    @Override
    public Optional<Step> next() {
        requireOpen();
        return run.next();
    }

    @Override
    public void halt() {
        requireOpen();
        run.halt();
    }

    @Override
    public void resume() {
        requireOpen();
        run.resume();
    }

    @Override
    public void kill(KillSwitch level) {
        requireOpen();
        run.kill(level);
    }

    @Override
    public Restrictions restrictions() {
        return run.restrictions();
    }

    @Override
    public WhatIf whatIf(OrderIntent intent) {
        requireOpen();
        return run.whatIf(intent);
    }

    @Override
    public Portfolio portfolio() {
        return run.portfolio();
    }

    @Override
    public Universe universe() {
        return run.universe();
    }

    @Override
    public List<String> layers() {
        return run.layers();
    }

    @Override
    public List<String> assumptions() {
        return run.assumptions();
    }

    @Override
    public boolean isEndless() {
        return run.isEndless();
    }

    @Override
    public List<String> origins() {
        return run.origins();
    }

    @Override
    public AqtsConfig config() {
        return wiring.config();
    }

    @Override
    public void reset() {
        restart(wiring);
    }

    @Override
    public void reset(Overrides overrides) {
        restart(original.withConfig(Configurations.apply(original.config(), overrides)));
    }

    @Override
    public void close() {
        closed = true;
        run.close();
    }

    private void restart(Wiring next) {
        requireOpen();
        Run fresh = Run.prepare(next);
        Run old = run;
        run = fresh;
        wiring = next;
        try (old) {
            fresh.announce();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the orchestrator is closed");
        }
    }
}
