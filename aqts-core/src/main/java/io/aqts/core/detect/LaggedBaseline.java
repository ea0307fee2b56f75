package io.aqts.core.detect;

/** The mean and the standard deviation of a series over a stretch that ended some steps ago. */
final class LaggedBaseline {

    private final int size;
    private final int gap;
    private final double[] ring;
    private int next;
    private long count;
    private int sinceFresh;
    private double sum;
    private double squares;

    /**
     * A baseline without history.
     *
     * @param size values in the stretch, at least 2
     * @param gap values between the stretch and the next one
     */
    LaggedBaseline(int size, int gap) {
        this.size = size;
        this.gap = gap;
        this.ring = new double[size + gap + 1];
    }

    /** {@return whether the stretch is full} */
    boolean isReady() {
        return count >= (long) size + gap;
    }

    /**
     * {@return the mean of the stretch plus a number of standard deviations} The stretch ends {@code gap} values before
     * the next one.
     */
    double above(double deviations) {
        double mean = sum / size;
        double variance = (squares - sum * mean) / (size - 1);
        return mean + deviations * Math.sqrt(Math.max(0, variance));
    }

    /** Takes in the next value. */
    void add(double value) {
        ring[next] = value;
        count++;
        if (count > gap) {
            double entering = ring[back(gap)];
            sum += entering;
            squares += entering * entering;
        }
        if (count > (long) size + gap) {
            double leaving = ring[back(size + gap)];
            sum -= leaving;
            squares -= leaving * leaving;
        }
        if (++sinceFresh >= size && isReady()) {
            refresh();
        }
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    private void refresh() {
        sum = 0;
        squares = 0;
        for (int lag = gap + size - 1; lag >= gap; lag--) {
            double old = ring[back(lag)];
            sum += old;
            squares += old * old;
        }
        sinceFresh = 0;
    }

    private int back(int lag) {
        int index = next - lag;
        return index < 0 ? index + ring.length : index;
    }
}
