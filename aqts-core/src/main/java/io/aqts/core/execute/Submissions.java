package io.aqts.core.execute;

import java.util.TreeSet;

/** Which approvals were submitted. They mostly come in the order of their numbers, and then take no room. */
final class Submissions {

    private final TreeSet<Long> beyond = new TreeSet<>();
    private long upTo;

    /** {@return whether an approval comes for the first time} */
    boolean add(long id) {
        if (id <= upTo) {
            return false;
        }
        if (id > upTo + 1) {
            return beyond.add(id);
        }
        upTo = id;
        while (!beyond.isEmpty() && beyond.remove(upTo + 1)) {
            upTo++;
        }
        return true;
    }
}
