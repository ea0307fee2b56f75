package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.ExecutionConfig;

/**
 * How long commands take to a book venue. Each instrument and each kind of command has a stream of chance of its own,
 * so that sending one moves nothing in another.
 */
final class BookLatency {

    private final long shortestNanos;
    private final long spreadNanos;
    private final Randomness[] submit;
    private final Randomness[] cancel;
    private final Randomness[] amend;

    BookLatency(LayerContext context, long slowestNanos) {
        ExecutionConfig config = context.config().execution();
        shortestNanos = config.latencyMin().toNanos() + slowestNanos;
        spreadNanos = config.latencyMax().toNanos() - config.latencyMin().toNanos();
        submit = streams(context, "latency");
        cancel = streams(context, "cancel-latency");
        amend = streams(context, "amend-latency");
    }

    long submitNanos(int instrument) {
        return draw(submit[instrument]);
    }

    long cancelNanos(int instrument) {
        return draw(cancel[instrument]);
    }

    long amendNanos(int instrument) {
        return draw(amend[instrument]);
    }

    String describe() {
        return "a latency of " + shortestNanos / 1e6 + " to " + (shortestNanos + spreadNanos) / 1e6 + " ms";
    }

    static String describe(BookCommand command) {
        String kind = command instanceof BookCommand.Submit
                ? "order"
                : command instanceof BookCommand.Cancel ? "cancellation of order" : "amendment of order";
        return kind + " " + command.order().id() + ", sent at " + command.sentNanos() + ", due at "
                + command.arrivalNanos();
    }

    private long draw(Randomness stream) {
        return shortestNanos + (long) (stream.nextDouble() * (spreadNanos + 1.0));
    }

    private static Randomness[] streams(LayerContext context, String name) {
        Randomness[] streams = new Randomness[context.universe().size()];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = context.randomness(name)
                    .split(context.universe().instrument(i).symbol());
        }
        return streams;
    }
}
