package io.aqts.core.execute;

import java.util.ArrayList;
import java.util.List;

/** The commands that are on their way to a book venue for one instrument, in the order of their arrival. */
final class BookInbox {

    private final List<BookCommand> commands = new ArrayList<>();
    private long firstArrivalNanos = Long.MAX_VALUE;

    /** {@return when the first one arrives or has arrived; the end of time if there is none} */
    long firstArrivalNanos() {
        return firstArrivalNanos;
    }

    /** Adds one behind all that arrive no later. */
    void add(BookCommand command) {
        int at = commands.size();
        while (at > 0 && commands.get(at - 1).arrivalNanos() > command.arrivalNanos()) {
            at--;
        }
        commands.add(at, command);
        firstArrivalNanos = commands.get(0).arrivalNanos();
    }

    /** {@return the commands, first to arrive first} */
    List<BookCommand> commands() {
        return commands;
    }

    BookCommand remove(int at) {
        BookCommand command = commands.remove(at);
        firstArrivalNanos =
                commands.isEmpty() ? Long.MAX_VALUE : commands.get(0).arrivalNanos();
        return command;
    }

    /** {@return whether a cancellation of an order, or one of its exits, is on its way} */
    boolean isCanceling(BookOrder order, boolean exits) {
        for (BookCommand command : commands) {
            if (command instanceof BookCommand.Cancel cancel && cancel.order() == order && cancel.exits() == exits) {
                return true;
            }
        }
        return false;
    }

    /** {@return the moment an order arrives or arrived, or the beginning of time if it is not on its way} */
    long arrivalOf(BookOrder order) {
        for (BookCommand command : commands) {
            if (command.order() == order && command instanceof BookCommand.Submit) {
                return command.arrivalNanos();
            }
        }
        return Long.MIN_VALUE;
    }
}
