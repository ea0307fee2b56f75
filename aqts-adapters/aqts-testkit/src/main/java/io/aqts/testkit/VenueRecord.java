package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.ExecutionVenue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OrderLink;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a venue was asked on one market and reported, turn by turn and order by order. */
final class VenueRecord {

    private final List<VenueTurn> turns;
    private final List<VenueTurn.Answers> answers = new ArrayList<>();
    private final Map<Long, OrderLife> lives = new TreeMap<>();

    private VenueRecord(List<VenueTurn> turns) {
        this.turns = turns;
    }

    static VenueRecord of(ExecutionVenue venue, List<VenueTurn> turns) {
        VenueRecord record = new VenueRecord(turns);
        for (VenueTurn turn : turns) {
            record.add(turn, turn.ask(venue));
        }
        return record;
    }

    /** {@return the orders and what became of them, in the order of their numbers} */
    List<OrderLife> lives() {
        return List.copyOf(lives.values());
    }

    List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        for (VenueTurn.Answers answer : answers) {
            for (ExecutionEvent event : answer.all()) {
                if (event instanceof ExecutionEvent.Filled filled) {
                    fills.add(filled.fill());
                }
            }
        }
        return fills;
    }

    void requireOrderOfTime() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < turns.size(); i++) {
            for (ExecutionEvent event : answers.get(i).all()) {
                assertThat(event.epochNanos())
                        .as("moment of %s in turn %s", event, i)
                        .isGreaterThanOrEqualTo(last)
                        .isLessThanOrEqualTo(turns.get(i).snapshot().epochNanos());
                last = event.epochNanos();
            }
        }
    }

    /** Follows the position in each instrument: what may only reduce it never opens, enlarges or turns it. */
    void requireReductions(boolean exits) {
        Map<Integer, Decimal> positions = new TreeMap<>();
        for (Fill fill : fills()) {
            OrderLife life = life(fill.orderId());
            Decimal before = positions.getOrDefault(fill.instrument(), Decimal.ZERO);
            Decimal change =
                    fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
            Decimal after = before.plus(change);
            boolean mayOnlyReduce =
                    exits ? !life.isOwn(fill) : life.approved().order().reduceOnly();
            if (mayOnlyReduce) {
                boolean reduces = before.signum() == -fill.side().sign() && after.signum() != -before.signum();
                assertThat(reduces)
                        .as("whether %s only reduces a position of %s", fill, before)
                        .isTrue();
            }
            positions.put(fill.instrument(), after);
        }
    }

    /** Of each list in which one cancels the other, only one order fills. */
    void requireOneOfEachList() {
        Map<Long, Long> filled = new TreeMap<>();
        for (Fill fill : fills()) {
            OrderLife life = life(fill.orderId());
            OrderLink link = life.approved().order().handling().link();
            if (link.role() == LinkRole.ONE_CANCELS_OTHER && life.isOwn(fill)) {
                Long first = filled.putIfAbsent(link.list(), fill.orderId());
                assertThat(first == null || first == fill.orderId())
                        .as("whether %s, of a list in which %s filled first", fill, first)
                        .isTrue();
            }
        }
    }

    private void add(VenueTurn turn, VenueTurn.Answers answer) {
        answers.add(answer);
        answer.met().forEach(this::add);
        for (int i = 0; i < turn.orders().size(); i++) {
            ApprovedOrder order = turn.orders().get(i);
            lives.putIfAbsent(
                    order.id(), new OrderLife(order, answer.submitted().get(i)));
            answer.submitted().get(i).forEach(this::add);
        }
        answer.canceled().forEach(events -> events.forEach(this::add));
    }

    private void add(ExecutionEvent event) {
        OrderLife life = life(event.orderId());
        life.add(event);
        if (event instanceof ExecutionEvent.Filled filled) {
            assertThat(filled.fill().instrument())
                    .as("instrument of %s, of %s", event, life.approved())
                    .isEqualTo(life.approved().order().instrument());
        }
    }

    private OrderLife life(long orderId) {
        OrderLife life = lives.get(orderId);
        if (life == null) {
            throw new AssertionError("a venue must report only of orders it was given, but reported of " + orderId);
        }
        return life;
    }
}
