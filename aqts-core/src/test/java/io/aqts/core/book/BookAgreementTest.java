package io.aqts.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Randomness;
import io.aqts.trade.Side;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast book and the plain one, given the same commands, say the same and hold the same. */
class BookAgreementTest {

    /** How far prices reach decides which parts of the fast book work: its window, its tree, or the way between. */
    @ParameterizedTest(name = "{0} commands within {1} ticks, drifting by {2}, seed {3}")
    @CsvSource({
        "600000,      12,     0, 1",
        "200000,     200,     1, 2",
        "100000,    6000,    40, 3",
        "100000,   20000,     0, 4",
        "100000,  400000,   900, 5",
        " 50000, 9000000, 90000, 6",
    })
    void agreesWithThePlainBookOnEveryEvent(int commands, long reach, long drift, long seed) {
        Randomness chance = Randomness.of(seed);
        BookLog fastLog = new BookLog();
        BookLog plainLog = new BookLog();
        LimitOrderBook fast = new LimitOrderBook(fastLog);
        PlainBook plain = new PlainBook(plainLog);
        long mid = 0;
        long fresh = 1;
        for (int i = 0; i < commands; i++) {
            mid += drift * (chance.nextInt(3) - 1);
            Side side = chance.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            long away = chance.nextInt(4) == 0 ? -chance.nextInt(4) : skewed(chance, reach);
            long price = side == Side.BUY ? mid - away : mid + away;
            long lots = 1 + chance.nextInt(chance.nextInt(10) == 0 ? 500 : 9);
            long known = Math.max(1, fresh - 1 - chance.nextInt(60));
            LimitInstruction how = LimitInstruction.values()[chance.nextInt(4)];
            int kind = plain.size() > 60 ? 40 + chance.nextInt(60) : chance.nextInt(100);
            if (kind < 50) {
                limit(fast, fresh, side, price, lots, how);
                plain.limit(fresh++, side, price, lots, how);
            } else if (kind < 60) {
                iceberg(fast, fresh, side, price, lots, 1 + lots / 4);
                plain.iceberg(fresh++, side, price, lots, 1 + lots / 4);
            } else if (kind < 63) {
                fast.market(fresh, side, lots);
                plain.market(fresh++, side, lots);
            } else if (kind < 80) {
                fast.cancel(known);
                plain.cancel(known);
            } else if (kind < 99) {
                long newPrice = chance.nextInt(2) == 0 ? price : mid - away;
                fast.amend(known, newPrice, lots, how == LimitInstruction.POST_ONLY);
                plain.amend(known, newPrice, lots, how == LimitInstruction.POST_ONLY);
            } else {
                wrong(fast, plain, known, side, chance.nextInt(5));
            }
            requireTheSame(i, fast, fastLog, plain, plainLog, known, price);
        }
    }

    private static void wrong(LimitOrderBook fast, PlainBook plain, long known, Side side, int which) {
        long price = which == 0 ? Long.MIN_VALUE : which == 1 ? (1L << 60) + 1 : 0;
        long lots = which == 2 ? 0 : which == 3 ? (1L << 40) + 1 : 1;
        limit(fast, known, side, price, lots, LimitInstruction.REST);
        plain.limit(known, side, price, lots, LimitInstruction.REST);
        fast.amend(known, price, lots, false);
        plain.amend(known, price, lots, false);
        iceberg(fast, known, side, price, lots, which == 4 ? 0 : 1);
        plain.iceberg(known, side, price, lots, which == 4 ? 0 : 1);
    }

    private static void limit(
            LimitOrderBook book, long id, Side side, long price, long lots, LimitInstruction instruction) {
        if (side == Side.BUY) {
            book.buy(id, price, lots, instruction);
        } else {
            book.sell(id, price, lots, instruction);
        }
    }

    private static void iceberg(LimitOrderBook book, long id, Side side, long price, long lots, long slice) {
        if (side == Side.BUY) {
            book.buyIceberg(id, price, lots, slice);
        } else {
            book.sellIceberg(id, price, lots, slice);
        }
    }

    private static long skewed(Randomness chance, long reach) {
        double share = chance.nextDouble();
        return (long) (share * share * share * reach);
    }

    private static void requireTheSame(
            int command,
            LimitOrderBook fast,
            BookLog fastLog,
            PlainBook plain,
            BookLog plainLog,
            long orderId,
            long price) {
        boolean same = fastLog.lines.equals(plainLog.lines)
                && fast.bestBid() == plain.bestBid()
                && fast.bestAsk() == plain.bestAsk()
                && fast.size() == plain.size()
                && fast.lotsAt(price) == plain.lotsAt(price)
                && fast.ahead(orderId) == plain.ahead(orderId);
        if (!same) {
            assertThat(fastLog.lines).as("events of command %s", command).isEqualTo(plainLog.lines);
            assertThat(List.of(fast.bestBid(), fast.bestAsk(), (long) fast.size(), fast.lotsAt(price)))
                    .as(
                            "best bid, best ask, size and lots at %s after command %s; orders %s",
                            price, command, plain.content())
                    .isEqualTo(List.of(plain.bestBid(), plain.bestAsk(), (long) plain.size(), plain.lotsAt(price)));
            assertThat(fast.ahead(orderId))
                    .as("ahead of %s after command %s", orderId, command)
                    .isEqualTo(plain.ahead(orderId));
        }
        fastLog.lines.clear();
        plainLog.lines.clear();
    }
}
