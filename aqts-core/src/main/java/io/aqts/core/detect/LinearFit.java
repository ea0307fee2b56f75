package io.aqts.core.detect;

/**
 * How straight a price ran: the share of its variance that a straight line through time explains (R squared).
 *
 * <p>Sums roll from bar to bar, about an origin that is renewed once a window and whenever they would lose digits.
 */
final class LinearFit {

    private final int size;
    private final double unit;
    private final double leastSpread;
    private int sinceFresh = Integer.MAX_VALUE;
    private long originNanos;
    private double originLog;
    private double peak;
    private double t;
    private double tt;
    private double x;
    private double xx;
    private double tx;

    /**
     * A fit without history.
     *
     * @param size closes to fit, at least 3
     * @param unit the unit of time in nanoseconds
     */
    LinearFit(int size, double unit) {
        this.size = size;
        this.unit = unit;
        this.leastSpread = Math.min(1e-6, 0.1 / size) * size * size;
    }

    /**
     * Moves on to the newest bar.
     *
     * @param window the bars, more than {@code size} of them
     * @return R squared, from 0 to 1; 0 for a price that did not move
     */
    double add(BarWindow window) {
        if (sinceFresh >= size) {
            refresh(window);
        } else {
            put(window, size, -1);
            put(window, 0, 1);
            sinceFresh++;
        }
        double spread = spread();
        if (spread < leastSpread * peak && sinceFresh > 0) {
            refresh(window);
            spread = spread();
        }
        double duration = size * tt - t * t;
        double together = size * tx - t * x;
        return spread > 0 && duration > 0 ? Math.min(1, together * together / (spread * duration)) : 0;
    }

    private double spread() {
        return size * xx - x * x;
    }

    private void refresh(BarWindow window) {
        originNanos = window.nanos(size / 2);
        originLog = window.log(size / 2);
        t = 0;
        tt = 0;
        x = 0;
        xx = 0;
        tx = 0;
        peak = 0;
        for (int lag = size - 1; lag >= 0; lag--) {
            put(window, lag, 1);
        }
        sinceFresh = 0;
    }

    private void put(BarWindow window, int lag, int sign) {
        double time = (window.nanos(lag) - originNanos) / unit;
        double log = window.log(lag) - originLog;
        double square = log * log;
        peak = Math.max(peak, square);
        t += sign * time;
        tt += sign * time * time;
        x += sign * log;
        xx += sign * square;
        tx += sign * time * log;
    }
}
