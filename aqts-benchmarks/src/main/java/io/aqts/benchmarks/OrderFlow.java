package io.aqts.benchmarks;

import java.util.Arrays;

/**
 * A seeded stream of commands to a book, the same everywhere: limits that rest, cancellations of resting orders and
 * crossing orders that do not rest, around a middle that wanders, with about a thousand orders resting.
 *
 * <p>Command i places or cancels the order {@code ids[i]}.
 */
final class OrderFlow {

    static final byte REST = 0;
    static final byte CANCEL = 1;
    static final byte IMMEDIATE = 2;

    private static final int ALIVE_WANTED = 1_000;

    final int size;
    final byte[] kinds;
    final boolean[] buys;
    final int[] ids;
    final int[] prices;
    final int[] lots;

    private final ArrayBook book;
    private int[] candidates = new int[4096];
    private int candidateCount;
    private long state;
    private int nextId = 1;

    /**
     * A stream.
     *
     * @param size how many commands
     * @param seed what decides them
     */
    OrderFlow(int size, long seed) {
        this.size = size;
        this.state = seed;
        this.kinds = new byte[size];
        this.buys = new boolean[size];
        this.ids = new int[size];
        this.prices = new int[size];
        this.lots = new int[size];
        this.book = new ArrayBook(size + 1);
        int middle = 16_384;
        for (int i = 0; i < size; i++) {
            if ((i & 63) == 0) {
                middle = Math.max(8_192, Math.min(24_576, middle + chance(5) - 2));
            }
            int draw = chance(100);
            if (draw >= (book.size() < ALIVE_WANTED ? 65 : 45) && cancels(i)) {
                continue;
            }
            place(i, draw < 10 ? IMMEDIATE : REST, middle);
        }
    }

    /** {@return the book that was kept along with the commands, as they leave it} */
    ArrayBook book() {
        return book;
    }

    private boolean cancels(int i) {
        while (candidateCount > 0) {
            int pick = chance(candidateCount);
            int id = candidates[pick];
            candidates[pick] = candidates[--candidateCount];
            if (book.holds(id)) {
                kinds[i] = CANCEL;
                ids[i] = id;
                book.cancel(id);
                return true;
            }
        }
        return false;
    }

    private void place(int i, byte kind, int middle) {
        boolean isBuy = chance(2) == 0;
        int far = chance(64);
        int away = kind == IMMEDIATE ? -150 : 1 + far * far / 32;
        kinds[i] = kind;
        buys[i] = isBuy;
        ids[i] = nextId++;
        prices[i] = isBuy ? middle - away : middle + away;
        lots[i] = 1 + chance(50);
        if (isBuy) {
            book.buy(ids[i], prices[i], lots[i], kind == IMMEDIATE);
        } else {
            book.sell(ids[i], prices[i], lots[i], kind == IMMEDIATE);
        }
        if (kind == REST && book.holds(ids[i])) {
            if (candidateCount == candidates.length) {
                candidates = Arrays.copyOf(candidates, 2 * candidateCount);
            }
            candidates[candidateCount++] = ids[i];
        }
    }

    private int chance(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) (((mixed ^ (mixed >>> 31)) >>> 1) % bound);
    }
}
