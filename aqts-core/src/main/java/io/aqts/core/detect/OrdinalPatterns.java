package io.aqts.core.detect;

/**
 * The order in a price: how unevenly the possible rankings of neighboring closes occur (permutation entropy, Bandt and
 * Pompe, 2002). Ties are ranked by their time.
 *
 * <p>Entropies are summed in whole numbers, so that the same pattern counts always give the very same figure.
 */
final class OrdinalPatterns {

    private final int order;
    private final byte[] codes;
    private final int[] counts;
    private final long[] terms;
    private final double termUnit;
    private final double logPatterns;
    private final double mostEntropy;
    private int at;
    private int seen;
    private int distinct;
    private long sum;

    /**
     * A count without history.
     *
     * @param order closes in one pattern, 2 to 4
     * @param patterns patterns to look back over
     */
    OrdinalPatterns(int order, int patterns) {
        this.order = order;
        this.codes = new byte[patterns];
        this.counts = new int[1 << (order * (order - 1) / 2)];
        this.logPatterns = StrictMath.log(patterns);
        this.mostEntropy = StrictMath.log(factorial(order));
        int shift = Math.min(52, 61 - Math.getExponent(patterns * logPatterns + 1));
        this.termUnit = Math.scalb(1.0, -shift);
        this.terms = new long[patterns + 1];
        for (int i = 1; i <= patterns; i++) {
            terms[i] = (long) Math.rint(Math.scalb(i * StrictMath.log(i), shift));
        }
    }

    /** Takes in the newest pattern of the window, which must hold enough bars for one. */
    void add(BarWindow window) {
        int code = 0;
        for (int older = order - 1; older > 0; older--) {
            double close = window.close(older);
            for (int newer = older - 1; newer >= 0; newer--) {
                code = code << 1 | (close > window.close(newer) ? 1 : 0);
            }
        }
        if (seen == codes.length) {
            leave(codes[at]);
        } else {
            seen++;
        }
        enter(code);
        codes[at] = (byte) code;
        at = at + 1 == codes.length ? 0 : at + 1;
    }

    private void enter(int code) {
        int count = counts[code]++;
        sum += terms[count + 1] - terms[count];
        if (count == 0) {
            distinct++;
        }
    }

    private void leave(int code) {
        int count = counts[code]--;
        sum += terms[count - 1] - terms[count];
        if (count == 1) {
            distinct--;
        }
    }

    /** {@return the entropy of a full window in nats, as counted} */
    double entropy() {
        return logPatterns - sum * termUnit / codes.length;
    }

    /**
     * {@return the order of a full window, from 0 for none to nearly 1} The entropy is corrected for the shortness of
     * the window (Miller and Madow, 1955).
     */
    double coherence() {
        double corrected = Math.min(mostEntropy, entropy() + (distinct - 1) / (2.0 * codes.length));
        return 1 - corrected / mostEntropy;
    }

    private static int factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
