package io.aqts.core.data;

import io.aqts.DataSourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the columns of a bar file mean, read from its first line. */
final class CsvHeader {

    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int VALUES = 5;
    static final int TIME = -1;

    private static final int IGNORED = -2;
    private static final List<String> NAMES = List.of("open", "high", "low", "close", "volume");
    private static final List<String> TIME_NAMES = List.of("timestamp", "ts", "datetime", "time", "date");

    private CsvHeader() {}

    static String name(int role) {
        return NAMES.get(role);
    }

    /** The role of each column: a value, {@link #TIME}, or none. */
    static int[] parse(byte[] text, int end, FlawCounter flaws) {
        boolean marked = end > 2 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        int start = marked ? 3 : 0;
        List<String> names = names(new String(text, start, end - start, StandardCharsets.UTF_8));
        int[] roles = new int[names.size()];
        Arrays.fill(roles, IGNORED);
        for (int role = 0; role < VALUES; role++) {
            roles[column(names, NAMES.get(role), flaws)] = role;
        }
        roles[column(names, timeName(names, flaws), flaws)] = TIME;
        return roles;
    }

    /** The first of the names of times that occurs; a date beside a time may be half of it, and then there is none. */
    private static String timeName(List<String> names, FlawCounter flaws) {
        for (String name : TIME_NAMES) {
            if (names.contains(name)) {
                if (name.equals("time") && names.contains("date")) {
                    throw flaws.refusal(1, "header must name one column of times, but names time and date");
                }
                return name;
            }
        }
        throw missing("timestamp", names, flaws);
    }

    private static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int comma = line.indexOf(',', from);
            int to = comma < 0 ? line.length() : comma;
            String name = line.substring(from, to).trim();
            boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
            names.add((quoted ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT));
            from = to + 1;
        }
        return names;
    }

    private static int column(List<String> names, String name, FlawCounter flaws) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw missing(name, names, flaws);
        }
        if (names.lastIndexOf(name) != column) {
            throw flaws.refusal(1, "header must name " + name + " once, but was " + shown(names));
        }
        return column;
    }

    private static DataSourceException missing(String name, List<String> names, FlawCounter flaws) {
        return flaws.refusal(
                1,
                "header must name timestamp, open, high, low, close and volume, but lacks " + name + " in "
                        + shown(names));
    }

    private static String shown(List<String> names) {
        byte[] line = String.join(",", names).getBytes(StandardCharsets.UTF_8);
        return DecimalText.shown(line, 0, line.length);
    }
}
