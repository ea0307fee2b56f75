package io.aqts.config;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that are unknown, of the wrong type or impossible; tells all that were found, not only the first. */
public final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final List<Problem> problems;

    /**
     * Reports one problem.
     *
     * @param path the full name of the setting, or the file or variable that cannot be read
     * @param message the whole sentence, with the path in it
     */
    public ConfigurationException(String path, String message) {
        this(List.of(new Problem(path, message)));
    }

    /**
     * Reports several problems at once.
     *
     * @param problems what was found, in the order of the settings; at least one
     */
    public ConfigurationException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return the full name of the first setting that is wrong, or the file or variable that cannot be read} */
    public String path() {
        return problems.get(0).path();
    }

    /** {@return everything that was found; at least one} */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems must not be empty, but was []");
        }
        String lines = problems.stream().map(Problem::message).collect(Collectors.joining("\n  "));
        return problems.size() == 1 ? lines : problems.size() + " settings are wrong:\n  " + lines;
    }

    /**
     * One thing that is wrong.
     *
     * @param path the full name of the setting, or the file or variable that cannot be read
     * @param message the whole sentence, with the path in it
     */
    public record Problem(String path, String message) implements Serializable {}
}
