package io.aqts.core.planted;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.Maps;
import io.aqts.core.planted.util.Drawer;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.RunIdentity;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes that each do one thing no class of the main code may do, by the rule that must find them. */
public final class Sins {

    /** The classes by the name of their rule. */
    public static final Map<String, List<Class<?>>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("clock", List.of(Millis.class, NowAsReference.class, Today.class, Clocks.class));
        ALL.put("chance", List.of(Dice.class, RandomName.class, Shuffled.class, Address.class));
        ALL.put("inexact", List.of(Exponential.class, ExponentialAsReference.class, Fast.class));
        ALL.put(
                "hashing",
                List.of(Hashed.class, HashedSet.class, MapOf.class, SetCopy.class, Grouped.class, NewHashMap.class));
        ALL.put("guava", List.of(Multimap.class));
        ALL.put("threads", List.of(Parallel.class, Starter.class, Pool.class));
        ALL.put("console", List.of(Printer.class, Quitter.class));
        ALL.put("locale", List.of(Formatted.class, Lower.class));
        ALL.put("charset", List.of(Bytes.class, Text.class, Stream1.class));
        ALL.put("statics", List.of(Counter.class));
        ALL.put("fields", List.of(Open.class));
        ALL.put("nullness", List.of(Innocent.class));
        ALL.put("mint", List.of(Forger.class));
        ALL.put("approval", List.of());
        ALL.put("names", List.of(DefaultThing.class, ThingImpl.class));
        ALL.put("packages", List.of(Drawer.class));
    }

    private Sins() {}

    static final class Millis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static final class NowAsReference {
        final LongSupplier now = System::nanoTime;
    }

    static final class Today {
        Object now() {
            return List.of(LocalDate.now(), Instant.now());
        }
    }

    static final class Clocks {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class Dice {
        int roll() {
            return new Random().nextInt(6);
        }
    }

    static final class RandomName {
        UUID name() {
            return UUID.randomUUID();
        }
    }

    static final class Shuffled {
        void shuffle(List<String> list) {
            Collections.shuffle(list);
        }
    }

    static final class Address {
        int of(Object thing) {
            return System.identityHashCode(thing);
        }
    }

    static final class Exponential {
        double of(double x) {
            return Math.exp(x);
        }
    }

    static final class ExponentialAsReference {
        final DoubleUnaryOperator function = Math::tanh;
    }

    static final class Fast {
        double of(double x) {
            return org.apache.commons.math3.util.FastMath.abs(x);
        }
    }

    static final class Hashed {
        Map<String, String> map() {
            return new HashMap<>();
        }
    }

    static final class HashedSet {
        final java.util.function.Supplier<Set<String>> made = HashSet::new;
    }

    static final class MapOf {
        Map<String, String> map() {
            return Map.of("a", "b");
        }
    }

    static final class SetCopy {
        Set<String> copy(List<String> list) {
            return Set.copyOf(list);
        }
    }

    static final class Grouped {
        Map<Integer, List<String>> group(Stream<String> texts) {
            return texts.collect(Collectors.groupingBy(String::length));
        }
    }

    static final class NewHashMap {
        Map<String, String> map() {
            return Maps.newHashMap();
        }
    }

    static final class Multimap {
        Object map() {
            return HashMultimap.create();
        }
    }

    static final class Parallel {
        double sum(List<Double> values) {
            return values.parallelStream().mapToDouble(value -> value).sum();
        }
    }

    static final class Starter {
        void start(Runnable task) {
            new Thread(task).start();
        }
    }

    static final class Pool {
        Object pool() {
            return Executors.newFixedThreadPool(2);
        }
    }

    static final class Printer {
        void print() {
            System.out.println("here");
        }
    }

    static final class Quitter {
        void quit() {
            System.exit(1);
        }
    }

    static final class Formatted {
        String format(double x) {
            return String.format("%.2f", x);
        }
    }

    static final class Lower {
        String lower(String text) {
            return text.toLowerCase();
        }
    }

    static final class Bytes {
        byte[] of(String text) {
            return text.getBytes();
        }
    }

    static final class Text {
        String of(byte[] bytes) {
            return new String(bytes);
        }
    }

    static final class Stream1 {
        Reader of(InputStream in) {
            return new InputStreamReader(in);
        }
    }

    static final class Counter {
        static int count;
    }

    static final class Open {
        public int field;
    }

    static final class Forger {
        ApprovedOrder.Mint forge() {
            return ApprovedOrder.Mint.claim(MethodHandles.lookup(), new RunIdentity());
        }
    }

    static final class DefaultThing {}

    static final class ThingImpl {}

    /** Does none of this. */
    public static final class Innocent {

        private static final int LIMIT = 3;
        private final Map<String, String> map = new LinkedHashMap<>();
        private final List<String> list = new ArrayList<>(LIMIT);

        Object live(String text, double x) {
            map.put(text.toLowerCase(Locale.ROOT), String.format(Locale.ROOT, "%.2f", StrictMath.exp(Math.sqrt(x))));
            list.addAll(map.keySet());
            return list.stream()
                    .collect(Collectors.groupingBy(String::length, java.util.TreeMap::new, Collectors.toList()));
        }
    }
}
