package io.aqts.examples.cli;

import io.aqts.AqtsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong. */
final class Failures {

    static final int FAILED = 1;
    static final int WRONG = 2;

    private Failures() {}

    /** Reports a command that failed. */
    static int report(Exception failure, Output output) {
        if (failure instanceof CompletionException && failure.getCause() instanceof Exception cause) {
            return report(cause, output);
        }
        output.problem(message(failure));
        return failure instanceof IllegalArgumentException ? WRONG : FAILED;
    }

    /** Reports a command line that could not be understood, and where help is. */
    static int report(ParameterException failure, Output output) {
        CommandLine command = failure.getCommandLine();
        boolean isUnmatched = failure instanceof UnmatchedArgumentException;
        if (!isUnmatched
                && command.getParent() == null
                && !command.getParseResult().hasSubcommand()) {
            command.usage(output.errors());
            return WRONG;
        }
        output.problem(String.valueOf(failure.getMessage()).replace("\n", " "));
        UnmatchedArgumentException.printSuggestions(failure, output.errors());
        output.errors().println("Try " + command.getCommandSpec().qualifiedName() + " --help.");
        return WRONG;
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
