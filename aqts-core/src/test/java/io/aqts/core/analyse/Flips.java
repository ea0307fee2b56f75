package io.aqts.core.analyse;

import io.aqts.signal.Evidence;
import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Every copy of a value that differs from it in one field, however deep: a number by its last digit, a word by a
 * letter, a list by one element more or less.
 */
final class Flips {

    /** A changed copy, and where the change is. */
    record Flip(String path, Object value) {}

    private static final List<Decimal> SMALL_STEPS = List.of(Decimal.of("0.00000001"), Decimal.of("-0.00000001"));

    private static final List<Object> WHOLES = List.of(
            Lifetime.GTC,
            Lifetime.IOC,
            Lifetime.FOK,
            Lifetime.DAY,
            Lifetime.until(1),
            Lifetime.until(2),
            Lifetime.AT_OPEN,
            Lifetime.AT_CLOSE,
            OrderLink.NONE,
            new OrderLink(1, LinkRole.PARENT),
            new OrderLink(1, LinkRole.CHILD),
            new OrderLink(2, LinkRole.CHILD),
            new OrderLink(1, LinkRole.ONE_CANCELS_OTHER),
            new OrderLink(1, LinkRole.ONE_UPDATES_OTHER));

    private Flips() {}

    static List<Flip> of(String path, Object value) {
        if (value instanceof Evidence) {
            return List.of();
        }
        if (value instanceof Lifetime || value instanceof OrderLink) {
            return ofWhole(path, value);
        }
        if (value instanceof Record) {
            return ofRecord(path, value);
        }
        if (value instanceof List<?> list) {
            return ofList(path, list);
        }
        if (value instanceof ApprovedOrder approved) {
            return ofApproved(path, approved);
        }
        List<Flip> flips = new ArrayList<>();
        for (Object other : others(value)) {
            flips.add(new Flip(path, other));
        }
        return flips;
    }

    /** What hangs together within is changed together. */
    private static List<Flip> ofWhole(String path, Object value) {
        List<Flip> flips = new ArrayList<>();
        for (Object other : WHOLES) {
            if (other.getClass() == value.getClass() && !other.equals(value)) {
                flips.add(new Flip(path, other));
            }
        }
        return flips;
    }

    private static List<Flip> ofRecord(String path, Object value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = read(components[i], value);
        }
        List<Flip> flips = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null) {
                continue;
            }
            String deeper = path + "." + components[i].getName();
            List<Flip> possible = new ArrayList<>();
            for (Flip flip : of(deeper, parts[i])) {
                Object[] changed = parts.clone();
                changed[i] = flip.value();
                make(value.getClass(), components, changed).forEach(made -> possible.add(new Flip(flip.path(), made)));
            }
            boolean isBare = components[i].getType() != List.class && !hasParts(parts[i]);
            if (possible.isEmpty() && isBare && !isSideOfASum(value, components[i])) {
                throw new AssertionError("no way was found to change " + deeper + " of " + value);
            }
            flips.addAll(possible);
        }
        return flips;
    }

    /** A sum to spend can only be a purchase. */
    private static boolean isSideOfASum(Object value, RecordComponent component) {
        return value instanceof Order order
                && order.size() instanceof OrderSize.Spend
                && component.getName().equals("side");
    }

    private static boolean hasParts(Object value) {
        return value instanceof Evidence
                || value instanceof Record && value.getClass().getRecordComponents().length == 0;
    }

    private static List<Flip> ofList(String path, List<?> list) {
        List<Flip> flips = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (Flip flip : of(path + "[" + i + "]", list.get(i))) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(i, flip.value());
                flips.add(new Flip(flip.path(), changed));
            }
            List<Object> shorter = new ArrayList<>(list);
            shorter.remove(i);
            flips.add(new Flip(path + " without " + i, shorter));
            List<Object> longer = new ArrayList<>(list);
            longer.add(i, list.get(i));
            flips.add(new Flip(path + " with two of " + i, longer));
        }
        return flips;
    }

    private static List<Flip> ofApproved(String path, ApprovedOrder approved) {
        List<Flip> flips = new ArrayList<>();
        Function<Object, ApprovedOrder> withOrder =
                order -> approved(approved.id(), (Order) order, approved.epochNanos(), approved.reference());
        of(path + ".order", approved.order())
                .forEach(flip -> flips.add(new Flip(flip.path(), withOrder.apply(flip.value()))));
        flips.add(new Flip(path + ".revision", revised(approved)));
        flips.add(new Flip(
                path + ".id",
                approved(approved.id() + 1, approved.order(), approved.epochNanos(), approved.reference())));
        flips.add(new Flip(
                path + ".epochNanos",
                approved(approved.id(), approved.order(), approved.epochNanos() - 1, approved.reference())));
        flips.add(new Flip(
                path + ".reference",
                approved(
                        approved.id(),
                        approved.order(),
                        approved.epochNanos(),
                        approved.reference().plus(SMALL_STEPS.get(0)))));
        return flips;
    }

    /** The same approval with another revision. */
    private static ApprovedOrder revised(ApprovedOrder approved) {
        TestMint mint = new TestMint();
        ApprovedOrder next = approved;
        do {
            next = mint.revise(approved, approved.order(), approved.epochNanos(), approved.reference());
        } while (next.revision() == approved.revision());
        return next;
    }

    /** An approval with a number of one's choice. */
    static ApprovedOrder approved(long id, Order order, long epochNanos, Decimal reference) {
        TestMint mint = new TestMint();
        ApprovedOrder last = mint.approve(order, epochNanos, reference);
        while (last.id() < id) {
            last = mint.approve(order, epochNanos, reference);
        }
        return last;
    }

    private static List<Object> others(Object value) {
        if (value instanceof Double number) {
            return number.isInfinite() ? List.of(0.0) : List.of(Math.nextUp(number), Math.nextDown(number));
        }
        if (value instanceof Long number) {
            return List.of(number + 1, number - 1);
        }
        if (value instanceof Integer number) {
            return List.of(number + 1);
        }
        if (value instanceof Boolean flag) {
            return List.of(!flag);
        }
        if (value instanceof String text) {
            return List.of(text + "X");
        }
        if (value instanceof Decimal number) {
            return List.of(number.plus(SMALL_STEPS.get(0)), number.plus(SMALL_STEPS.get(1)));
        }
        if (value instanceof Enum<?> constant) {
            List<Object> rest =
                    new ArrayList<>(List.of(constant.getDeclaringClass().getEnumConstants()));
            rest.remove(constant);
            return rest;
        }
        throw new AssertionError("no way is known to change a " + value.getClass());
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The record of those parts, or nothing if it refuses them. */
    private static List<Object> make(Class<?> type, RecordComponent[] components, Object[] parts) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return List.of(type.getDeclaredConstructor(types).newInstance(parts));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return List.of();
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
