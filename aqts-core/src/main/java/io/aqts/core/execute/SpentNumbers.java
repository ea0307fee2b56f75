package io.aqts.core.execute;

import java.util.Map;
import java.util.TreeMap;

/**
 * A set of numbers that only grows. Numbers in a row take the room of one, in whatever order they come; a number that
 * lies alone takes as much.
 */
final class SpentNumbers {

    private final TreeMap<Long, Long> rows = new TreeMap<>();

    boolean contains(long number) {
        Map.Entry<Long, Long> row = rows.floorEntry(number);
        return row != null && number <= row.getValue();
    }

    void add(long number) {
        if (contains(number)) {
            return;
        }
        Map.Entry<Long, Long> before = rows.lowerEntry(number);
        boolean goesOn = before != null && before.getValue() == number - 1;
        Long end = number == Long.MAX_VALUE ? null : rows.remove(number + 1);
        rows.put(goesOn ? before.getKey() : number, end == null ? number : end);
    }

    /** {@return how many rows there are} */
    int rows() {
        return rows.size();
    }
}
