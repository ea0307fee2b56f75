package io.aqts.core.data;

import org.jspecify.annotations.Nullable;

/** Reads the times of one file, all of which have the form of the first. */
final class TimeText {

    /** Not a time. */
    static final long NONE = Long.MIN_VALUE;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private @Nullable TimestampForm form;
    private byte[] text = {};
    private int at;
    private int end;

    /** The form of the times, null before the first. */
    @Nullable
    TimestampForm form() {
        return form;
    }

    /** The bound of plain numbers in the unit of this file; zero if there are none. */
    long bound() {
        return form == null || form == TimestampForm.ISO_8601 ? 0 : Long.MAX_VALUE / form.nanos();
    }

    /** Reads a time in nanoseconds since 1970-01-01T00:00Z; {@link #NONE} unless it is one of the form of this file. */
    long parse(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        trim();
        TimestampForm candidate = form != null ? form : candidate();
        long nanos = candidate == TimestampForm.ISO_8601 ? iso() : number(candidate);
        if (nanos == NONE || at != end) {
            return NONE;
        }
        form = candidate;
        return nanos;
    }

    private TimestampForm candidate() {
        if (end - at > 4 && text[at + 4] == '-') {
            return TimestampForm.ISO_8601;
        }
        int start = at;
        boolean negative = take('-');
        long whole = whole();
        boolean date = looksLikeDate(whole, at - start);
        at = start;
        return date && !negative ? TimestampForm.ISO_8601 : TimestampForm.ofMagnitude(whole);
    }

    private void trim() {
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
        if (end - at > 1 && text[at] == '"' && text[end - 1] == '"') {
            at++;
            end--;
        }
    }

    private long number(TimestampForm unit) {
        boolean negative = take('-');
        int first = at;
        long whole = whole();
        if (at == first || whole >= Long.MAX_VALUE / unit.nanos()) {
            return NONE;
        }
        long fraction = fraction(unit.nanos());
        long nanos = whole * unit.nanos() + fraction;
        return fraction < 0 ? NONE : negative ? -nanos : nanos;
    }

    private long whole() {
        long whole = 0;
        while (digitHere() && whole < Long.MAX_VALUE / 10 - 9) {
            whole = whole * 10 + text[at++] - '0';
        }
        return whole;
    }

    /** The part of a unit that stands behind a point, in nanoseconds; negative if it is none or too fine. */
    private long fraction(long unit) {
        if (at == end || text[at] != '.') {
            return 0;
        }
        int first = ++at;
        long nanos = 0;
        long step = unit;
        while (digitHere()) {
            int digit = text[at++] - '0';
            step /= 10;
            if (digit != 0 && step == 0) {
                return -1;
            }
            nanos += digit * step;
        }
        return at == first ? -1 : nanos;
    }

    private long iso() {
        int year = digits(4);
        boolean dashed = take('-');
        int month = digits(2);
        dashed &= take('-');
        int day = digits(2);
        if (!dashed || year < 1678 || year > 2261 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return NONE;
        }
        long nanos = days(year, month, day) * 86_400 * NANOS_PER_SECOND;
        if (at == end) {
            return nanos;
        }
        if (!take('T') && !take('t') && !take(' ')) {
            return NONE;
        }
        long clock = clock();
        long offset = clock < 0 ? NONE : offset();
        return offset == NONE ? NONE : nanos + clock - offset;
    }

    private long clock() {
        int hour = digits(2);
        boolean colons = take(':');
        int minute = digits(2);
        int second = take(':') ? digits(2) : 0;
        if (!colons || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return -1;
        }
        long fraction = fraction(NANOS_PER_SECOND);
        return fraction < 0 ? -1 : ((hour * 60 + minute) * 60 + second) * NANOS_PER_SECOND + fraction;
    }

    private long offset() {
        if (at == end || take('Z') || take('z') || takeUtc()) {
            return 0;
        }
        boolean west = take('-');
        if (!west && !take('+')) {
            return NONE;
        }
        int hours = digits(2);
        int minutes = at == end ? 0 : take(':') || at < end ? digits(2) : -1;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        long nanos = (hours * 60L + minutes) * 60 * NANOS_PER_SECOND;
        return west ? -nanos : nanos;
    }

    private boolean takeUtc() {
        return take(' ') && take('U') && take('T') && take('C');
    }

    private boolean take(char c) {
        boolean taken = at < end && text[at] == c;
        at += taken ? 1 : 0;
        return taken;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (!digitHere()) {
                return -1;
            }
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    private boolean digitHere() {
        return at < end && text[at] >= '0' && text[at] <= '9';
    }

    /** Eight digits may be a date without dashes, which would pass for a second of the year 1970. */
    private static boolean looksLikeDate(long number, int digits) {
        long month = number / 100 % 100;
        long day = number % 100;
        return digits == 8
                && number >= 1900_01_01
                && number < 2200_01_01
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
    }

    /** Days since 1970-01-01, counted in years that begin in March, so that the leap day is the last. */
    private static long days(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        long leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
        return marchYear * 365 + leapDays + (153L * marchMonth + 2) / 5 + day - 719_469;
    }
}
