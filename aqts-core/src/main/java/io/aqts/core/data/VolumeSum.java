package io.aqts.core.data;

/**
 * Adds up volumes as the decimals they were written as, so that the sum is the one an exchange would publish.
 *
 * <p>Volumes of at most eight decimals are added as whole numbers of their last place. Where one has more, the sum is
 * that of the doubles with the lost parts carried along (Neumaier: Rundungsfehleranalyse einiger Verfahren zur
 * Summation endlicher Summen, 1974).
 */
final class VolumeSum {

    private static final int MOST_DECIMALS = 8;
    private static final double EXACT = 0x1p53;
    private static final long MOST_UNITS = 100_000_000_000_000_000L;

    private double sum;
    private double lost;
    private boolean decimal;
    private int decimals;
    private double power;
    private long units;

    void begin() {
        sum = 0;
        lost = 0;
        decimal = true;
        decimals = 0;
        power = 1;
        units = 0;
    }

    void add(double volume) {
        double next = sum + volume;
        lost += sum >= volume ? sum - next + volume : volume - next + sum;
        sum = next;
        while (decimal) {
            double scaled = Math.rint(volume * power);
            if (scaled <= EXACT && scaled / power == volume) {
                units += (long) scaled;
                decimal = units < MOST_UNITS;
                return;
            }
            finer();
        }
    }

    double total() {
        double exact = decimal ? DecimalText.quotient(units, decimals) : Double.NaN;
        return exact >= 0 ? exact : sum + lost;
    }

    private void finer() {
        decimal = decimals < MOST_DECIMALS && units < MOST_UNITS / 10;
        if (decimal) {
            decimals++;
            power *= 10;
            units *= 10;
        }
    }
}
