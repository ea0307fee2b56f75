package io.aqts.core.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.aqts.config.ConfigurationException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a parser objects to, told in one line.
 *
 * @param cause what the parser threw
 * @param place where, as line and column from 1 with a colon before each; empty if the parser cannot tell
 * @param fault what is wrong there
 */
record SyntaxFault(JsonProcessingException cause, String place, String fault) {

    /** YAML faults tell where something began and then where it went wrong; the last place counts. */
    private static final Pattern YAML_PLACE =
            Pattern.compile("(?m)^(\\S.*)\\R in 'reader', line ([0-9]+), column ([0-9]+):");

    private static final Pattern NOISE = Pattern.compile(" \\(start marker at [^\\]]*\\]\\)|, got this instead: .*");

    static SyntaxFault of(JsonProcessingException e) {
        String text = e.getOriginalMessage();
        MatchResult place =
                YAML_PLACE.matcher(text).results().reduce((first, last) -> last).orElse(null);
        if (place != null) {
            return new SyntaxFault(e, ':' + place.group(2) + ':' + place.group(3), oneLine(place.group(1)));
        }
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : ":" + at.getLineNr() + ':' + Math.max(at.getColumnNr(), 1);
        return new SyntaxFault(e, where, oneLine(text));
    }

    ConfigurationException in(String source) {
        String message = source + place + ": " + fault;
        ConfigurationException problem = new ConfigurationException(source, message);
        problem.initCause(cause);
        return problem;
    }

    private static String oneLine(String text) {
        return NOISE.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("");
    }
}
