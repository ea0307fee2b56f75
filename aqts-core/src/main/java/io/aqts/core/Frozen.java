package io.aqts.core;

import java.util.List;

/** Immutable copies of lists that mostly hold nothing or one thing. */
final class Frozen {

    private Frozen() {}

    /** {@return an immutable copy, without the array that the general way goes through} */
    static <T> List<T> copy(List<T> list) {
        return switch (list.size()) {
            case 0 -> List.of();
            case 1 -> List.of(list.get(0));
            default -> List.copyOf(list);
        };
    }
}
