package io.aqts.examples.cli;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar that shows how far a run is, where somebody watches. */
final class Progress implements LongConsumer, AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress of(Output output, boolean quiet, String unit, long total) {
        if (quiet || !output.terminalIsThere()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(unit)
                .setInitialMax(total == 0 ? -1 : total)
                .setUnit(" " + unit, 1)
                .clearDisplayOnFinish()
                .build());
    }

    @Override
    public void accept(long steps) {
        if (bar != null) {
            bar.stepTo(steps);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
