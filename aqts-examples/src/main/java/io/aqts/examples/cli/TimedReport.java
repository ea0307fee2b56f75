package io.aqts.examples.cli;

import io.aqts.config.AqtsConfig;
import io.aqts.core.backtest.BacktestReport;

/**
 * A report with the settings it rests on and the time it took.
 *
 * @param report what a backtest found
 * @param config the settings
 * @param seconds how long it took
 */
record TimedReport(BacktestReport report, AqtsConfig config, double seconds) {

    double stepsPerSecond() {
        return report.steps() / seconds;
    }
}
