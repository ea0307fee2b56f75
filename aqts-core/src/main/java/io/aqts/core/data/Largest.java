package io.aqts.core.data;

import java.util.ArrayList;
import java.util.List;

/** The few largest of many items, the largest first, and of equal ones the earliest first. */
final class Largest<T> {

    private final int capacity;
    private final List<T> items = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();

    Largest(int capacity) {
        this.capacity = capacity;
    }

    /** Whether an item of this size would be among them. */
    boolean admits(double size) {
        return items.size() < capacity || size > sizes.get(capacity - 1);
    }

    void add(double size, T item) {
        if (!admits(size)) {
            return;
        }
        int place = items.size();
        while (place > 0 && sizes.get(place - 1) < size) {
            place--;
        }
        items.add(place, item);
        sizes.add(place, size);
        if (items.size() > capacity) {
            items.remove(capacity);
            sizes.remove(capacity);
        }
    }

    void addAll(Largest<T> other) {
        for (int i = 0; i < other.items.size(); i++) {
            add(other.sizes.get(i), other.items.get(i));
        }
    }

    /** The items that are larger than a bound. */
    List<T> above(double bound) {
        int count = 0;
        while (count < items.size() && sizes.get(count) > bound) {
            count++;
        }
        return List.copyOf(items.subList(0, count));
    }
}
