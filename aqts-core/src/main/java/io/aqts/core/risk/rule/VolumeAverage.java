package io.aqts.core.risk.rule;

/** The mean volume of the last bars. */
final class VolumeAverage {

    private final double[] volumes;
    private int at;
    private int count;
    private double sum;

    VolumeAverage(int bars) {
        volumes = new double[bars];
    }

    void add(double volume) {
        sum += volume - volumes[at];
        volumes[at] = volume;
        at++;
        count = Math.max(count, at);
        if (at == volumes.length) {
            at = 0;
            sum = exactly();
        }
    }

    /** Goes on in other units, so many for each before. */
    void split(double ratio) {
        for (int i = 0; i < volumes.length; i++) {
            volumes[i] *= ratio;
        }
        sum = exactly();
    }

    /** The mean; zero until there were as many bars. */
    double mean() {
        return count == volumes.length ? Math.max(sum, 0) / count : 0;
    }

    /** Adding and taking away rounds; once round the window it is added up anew. */
    private double exactly() {
        double total = 0;
        for (double volume : volumes) {
            total += volume;
        }
        return total;
    }
}
