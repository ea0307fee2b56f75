package io.aqts.core.detect;

/** The natural logarithms of whole numbers, computed once. */
final class LogTable {

    private final double[] logs;

    /**
     * The logarithms of 1 to {@code most}.
     *
     * @param most the highest whole number
     */
    LogTable(int most) {
        this.logs = new double[most + 1];
        for (int i = 1; i <= most; i++) {
            logs[i] = StrictMath.log(i);
        }
    }

    double log(int number) {
        return logs[number];
    }
}
