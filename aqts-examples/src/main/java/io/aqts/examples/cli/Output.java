package io.aqts.examples.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: results as a whole at its end, problems and progress at once and elsewhere.
 *
 * <p>Nothing of a result appears before all of it is there, except on a terminal; a long one waits in a temporary file.
 * A disk that is full is reported instead of ignored.
 */
final class Output {

    private static final int MOST_IN_MEMORY = 1 << 22;

    private final OutputStream results;
    private final PrintWriter errors;
    private final boolean terminal;
    private final Spool pending;
    private final PrintWriter text;

    Output(OutputStream results, OutputStream errors, boolean terminal) {
        this(results, errors, terminal, MOST_IN_MEMORY);
    }

    Output(OutputStream results, OutputStream errors, boolean terminal, int mostInMemory) {
        this.results = results;
        this.errors = new PrintWriter(new OutputStreamWriter(errors, StandardCharsets.UTF_8), true);
        this.terminal = terminal;
        this.pending = new Spool(mostInMemory);
        this.text = new PrintWriter(new OutputStreamWriter(pending, StandardCharsets.UTF_8));
    }

    static Output standard() {
        return new Output(
                new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), isTerminal());
    }

    /** {@return where results are written} */
    PrintWriter text() {
        return text;
    }

    /** {@return where problems are written} */
    PrintWriter errors() {
        return errors;
    }

    /** {@return whether somebody watches} */
    boolean terminalIsThere() {
        return terminal;
    }

    /** {@return whether and how text may be colored: never where nobody watches, and not where NO_COLOR is set} */
    Ansi ansi() {
        return terminal ? Ansi.AUTO : Ansi.OFF;
    }

    void problem(String message) {
        errors.println("aqts: " + message);
    }

    /** Writes what has gathered so far if somebody watches: for commands that go on for long. */
    void flushNowAndThen() throws IOException {
        if (terminal) {
            flush();
        }
    }

    private void flush() throws IOException {
        text.flush();
        pending.moveTo(results);
        results.flush();
    }

    /** Writes the results, unless the command failed; a failure to write is a failure of the command. */
    int finish(int code) {
        errors.flush();
        try (pending) {
            if (code == 0) {
                flush();
            }
            return code;
        } catch (IOException e) {
            problem("cannot write the results: " + e.getMessage());
            return Failures.FAILED;
        }
    }

    /** Before Java 22 a console is there only on a terminal; since then it says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
