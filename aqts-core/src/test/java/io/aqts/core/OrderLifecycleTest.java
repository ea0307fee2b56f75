package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {

    private static final int DEPTH = 8;
    private static final int SIZE = 3;
    private static final FillContext CONTEXT =
            new FillContext("paper", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.ONE, false);

    private final TestMint mint = new TestMint();
    private final ApprovedOrder order = mint.approve(order(Handling.PLAIN), 1, Decimal.ONE);
    private final ApprovedOrder revised = mint.revise(order, order.order(), 1, Decimal.ONE);
    private long seen;
    private long refused;

    /** What a venue may say, a letter each; Q is our own request to amend. */
    private static final String WORDS = "ARPFXTCEQMmk";

    @Test
    void everyOrderOfEventsToDepthEightIsJudgedAsThePromisesSay() {
        explore(new ArrayDeque<>());

        assertThat(seen).isGreaterThan(1_000_000);
        assertThat(refused).isGreaterThan(seen / 4);
    }

    private void explore(Deque<Character> past) {
        for (int i = 0; i < WORDS.length(); i++) {
            char word = WORDS.charAt(i);
            OrderLifecycle life = replay(past);
            boolean isAccepted = accepts(life, word);
            seen++;
            if (isAccepted != isPossible(past, word)) {
                throw new AssertionError((isAccepted ? "accepted " : "refused ") + word + " after " + past);
            }
            refused += isAccepted ? 0 : 1;
            if (isAccepted && past.size() + 1 < DEPTH && (past.isEmpty() || past.peekLast() != word)) {
                past.addLast(word);
                explore(past);
                past.removeLast();
            }
        }
    }

    /** The promises, told of the history alone. */
    private static boolean isPossible(Deque<Character> past, char next) {
        long filled = count(past, 'P') + count(past, 'F');
        boolean hasEnded = count(past, 'R') + count(past, 'F') + count(past, 'C') + count(past, 'E') > 0;
        return switch (next) {
            case 'Q', 'm', 'k' -> true;
            case 'X' -> count(past, 'X') < filled;
            case 'A', 'C', 'E' -> !hasEnded;
            case 'R' -> !hasEnded && filled == 0;
            case 'P' -> !hasEnded && filled + 1 < SIZE;
            case 'F' -> !hasEnded && filled < SIZE;
            case 'T' -> !hasEnded && count(past, 'T') == 0;
            case 'M' -> !hasEnded && (isAsked(past) || wasAmended(past));
            default -> throw new AssertionError(next);
        };
    }

    private static boolean isAsked(Deque<Character> past) {
        boolean isOpen = false;
        for (char word : past) {
            isOpen = word == 'Q' || (isOpen && word != 'M' && word != 'm');
        }
        return isOpen;
    }

    private static boolean wasAmended(Deque<Character> past) {
        return count(past, 'M') > 0;
    }

    private static long count(Deque<Character> past, char word) {
        return past.stream().filter(each -> each == word).count();
    }

    private OrderLifecycle replay(Deque<Character> past) {
        OrderLifecycle life = new OrderLifecycle(order);
        for (char word : past) {
            say(life, word);
        }
        return life;
    }

    private boolean accepts(OrderLifecycle life, char word) {
        try {
            say(life, word);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void say(OrderLifecycle life, char word) {
        if (word == 'Q') {
            life.revise(revised);
        } else {
            life.apply(event(word));
        }
    }

    private ExecutionEvent event(char word) {
        long id = order.id();
        return switch (word) {
            case 'A' -> new ExecutionEvent.Accepted(id, 2);
            case 'R' -> new ExecutionEvent.Rejected(id, 2, ReasonCode.POST_ONLY);
            case 'P' -> fill(Side.BUY, false);
            case 'F' -> fill(Side.BUY, true);
            case 'X' -> fill(Side.SELL, false);
            case 'T' -> new ExecutionEvent.Triggered(id, 2);
            case 'C' -> new ExecutionEvent.Canceled(id, 2, ReasonCode.REQUESTED);
            case 'E' -> new ExecutionEvent.Canceled(id, 2, ReasonCode.EXPIRED);
            case 'M' -> new ExecutionEvent.Amended(id, 2, 1);
            case 'm' -> new ExecutionEvent.AmendRejected(id, 2, 1, ReasonCode.POST_ONLY);
            default -> new ExecutionEvent.CancelRejected(id, 2, ReasonCode.TOO_LATE);
        };
    }

    @Test
    void tellsWhereAnOrderStands() {
        assertThat(replay("").status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(replay("A").status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(replay("AT").status()).isEqualTo(OrderStatus.TRIGGERED);
        assertThat(replay("ATP").status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(replay("ATPF").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(replay("APC").status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(replay("E").status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(replay("AR").status()).isEqualTo(OrderStatus.REJECTED);
        OrderLifecycle child = new OrderLifecycle(mint.approve(
                order(new Handling(true, false, Decimal.ZERO, new OrderLink(1, LinkRole.CHILD))), 1, Decimal.ONE));
        child.apply(new ExecutionEvent.Accepted(child.id(), 2));
        assertThat(child.status()).isEqualTo(OrderStatus.HELD);
    }

    @Test
    void namesTheOrderItsStateAndWhatCanNotBe() {
        assertThatThrownBy(() -> replay("AFC"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order 1 is FILLED with 1 filled, but the venue reported Canceled[");
    }

    @Test
    void openOrdersRememberWhatHasEnded() {
        OpenOrders open = new OpenOrders();
        open.add(order);
        open.apply(event('F'));
        open.apply(event('X'));
        open.apply(event('k'));
        open.apply(new ExecutionEvent.Canceled(77, 2, ReasonCode.REQUESTED));

        assertThat(open.view()).isEmpty();
        assertThatThrownBy(() -> open.apply(event('F')))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order 1 has ended");
        assertThatThrownBy(() -> open.apply(event('C'))).isInstanceOf(IllegalStateException.class);
    }

    private OrderLifecycle replay(String past) {
        OrderLifecycle life = new OrderLifecycle(order);
        past.chars().forEach(word -> say(life, (char) word));
        return life;
    }

    private ExecutionEvent fill(Side side, boolean closes) {
        Fill fill = new Fill(order.id(), 2, 0, side, Decimal.ONE, Decimal.ONE, Decimal.ZERO, CONTEXT);
        return new ExecutionEvent.Filled(fill, closes);
    }

    private static Order order(Handling handling) {
        return new Order(
                0,
                Side.BUY,
                OrderSize.units(Decimal.of(SIZE)),
                OrderType.stop(Decimal.ONE),
                Lifetime.GTC,
                handling,
                Bracket.NONE,
                ReasonCode.SIGNAL);
    }
}
