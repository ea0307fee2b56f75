package io.aqts.examples.cli;

import io.aqts.AqtsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;

/** Says in one line what went wrong. */
final class Failures {

    static final int FAILED = 1;
    static final int WRONG = 2;

    private Failures() {}

    static int report(Exception failure, Output output) {
        if (failure instanceof CompletionException && failure.getCause() instanceof Exception cause) {
            return report(cause, output);
        }
        output.problem(message(failure));
        return failure instanceof IllegalArgumentException ? WRONG : FAILED;
    }

    private static String message(Exception failure) {
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            return "cannot read or write: " + failure.getMessage();
        }
        String message = failure.getMessage();
        boolean expected = failure instanceof AqtsException || failure instanceof IllegalArgumentException;
        return expected && message != null ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
