package io.aqts.core.risk.rule;

import static io.aqts.core.risk.rule.Stage.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.SessionConfig;
import io.aqts.config.SessionWindow;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionGateTest {

    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final SessionWindow LONDON = new SessionWindow("Europe/London", WORKDAYS, "08:00", "17:00");
    private static final SessionWindow NEW_YORK = new SessionWindow("America/New_York", WORKDAYS, "08:00", "17:00");

    private final Stage stage = new Stage();

    @ParameterizedTest
    @CsvSource({
        "2025-01-15, 08:00, 17:00, 13:00, 22:00",
        "2025-03-12, 08:00, 17:00, 12:00, 21:00",
        "2025-04-02, 07:00, 16:00, 12:00, 21:00",
        "2025-10-29, 08:00, 17:00, 12:00, 21:00",
        "2025-11-12, 08:00, 17:00, 13:00, 22:00"
    })
    void h8_knowsAboutSummerTime(String day, String londonFrom, String londonTo, String yorkFrom, String yorkTo) {
        for (String[] each :
                new String[][] {{"Europe/London", londonFrom, londonTo}, {"America/New_York", yorkFrom, yorkTo}}) {
            SessionGate gate = gate(false, 0, new SessionWindow(each[0], WORKDAYS, "08:00", "17:00"));
            long opens = nanos(day + "T" + each[1] + ":00Z");
            long closes = nanos(day + "T" + each[2] + ":00Z");
            assertThat(allowedAt(gate, opens - 1)).isZero();
            assertThat(allowedAt(gate, opens)).isEqualTo(ALL);
            assertThat(allowedAt(gate, closes - 1)).isEqualTo(ALL);
            assertThat(allowedAt(gate, closes)).isZero();
        }
    }

    @Test
    void opensNothingAndLeavesEverythingShortlyBeforeTheEnd() {
        SessionGate gate = gate(true, 5, LONDON);
        assertThat(gate.reason()).isEqualTo(ReasonCode.SESSION_CLOSED);
        assertThat(gate.exitReason()).isEqualTo(ReasonCode.SESSION_END);
        assertThat(allowedAt(gate, nanos("2025-01-15T16:54:59Z"))).isEqualTo(ALL);
        assertThat(gate.demandsExit(0)).isFalse();
        assertThat(gate.demandedState()).isEqualTo(RiskState.NORMAL);

        assertThat(allowedAt(gate, nanos("2025-01-15T16:55:00Z"))).isZero();
        assertThat(gate.demandsExit(0)).isTrue();
        assertThat(gate.demandedState()).isEqualTo(RiskState.REDUCING);
        assertThat(allowedAt(gate, nanos("2025-01-16T07:59:00Z"))).isZero();
        assertThat(gate.demandsExit(0))
                .as("what could not be left at the end is left later")
                .isTrue();
        assertThat(allowedAt(gate, nanos("2025-01-16T08:00:00Z"))).isEqualTo(ALL);
        assertThat(gate.demandsExit(0)).isFalse();
        SessionGate late = gate(true, 5, LONDON);
        allowedAt(late, nanos("2025-01-15T20:00:00Z"));
        assertThat(late.demandsExit(0))
                .as("also if it is closed from the first look on")
                .isTrue();
    }

    @Test
    void keepsPositionsOverTheEndUnlessToldOtherwise() {
        SessionGate gate = gate(false, 5, LONDON);
        allowedAt(gate, nanos("2025-01-15T18:00:00Z"));
        assertThat(gate.demandsExit(0)).isFalse();
    }

    @Test
    void goesOnWhileAnotherWindowCoversTheEnd() {
        SessionGate gate = gate(true, 5, LONDON, NEW_YORK);
        assertThat(allowedAt(gate, nanos("2025-01-15T16:57:00Z"))).isEqualTo(ALL);
        assertThat(allowedAt(gate, nanos("2025-01-15T21:54:59Z"))).isEqualTo(ALL);
        assertThat(allowedAt(gate, nanos("2025-01-15T21:55:00Z"))).isZero();
    }

    @Test
    void knowsWindowsOverMidnightAndTheWeekOfForeignExchange() {
        List<DayOfWeek> days =
                List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        SessionGate gate = gate(true, 0, new SessionWindow("America/New_York", days, "17:00", "17:00"));
        assertThat(allowedAt(gate, nanos("2025-01-12T21:59:59Z"))).isZero();
        assertThat(allowedAt(gate, nanos("2025-01-12T22:00:00Z"))).isEqualTo(ALL);
        assertThat(allowedAt(gate, nanos("2025-01-17T21:59:59Z"))).isEqualTo(ALL);
        assertThat(allowedAt(gate, nanos("2025-01-17T22:00:00Z"))).isZero();
        assertThat(allowedAt(gate, nanos("2025-01-18T12:00:00Z")))
                .as("Saturday")
                .isZero();
    }

    @Test
    void beginsNoWindowOnAHoliday() {
        SessionGate gate =
                new SessionGate(new SessionConfig(List.of(LONDON), List.of("2025-12-25"), false, Duration.ZERO));
        assertThat(allowedAt(gate, nanos("2025-12-24T12:00:00Z"))).isEqualTo(ALL);
        assertThat(allowedAt(gate, nanos("2025-12-25T12:00:00Z"))).isZero();
        assertThat(allowedAt(gate, nanos("2025-12-26T12:00:00Z"))).isEqualTo(ALL);
    }

    @Test
    void neverEndsIfWindowsJoinForGood() {
        SessionGate gate = gate(true, 5, new SessionWindow("UTC", List.of(DayOfWeek.values()), "00:00", "00:00"));
        long start = nanos("2025-01-12T00:00:00Z");
        for (int hour = 0; hour < 24 * 60; hour++) {
            assertThat(allowedAt(gate, start + Duration.ofHours(hour).toNanos()))
                    .isEqualTo(ALL);
        }
    }

    @Test
    void asksTheCalendarAlikeHoweverSeldomItIsAsked() {
        SessionGate often = gate(true, 5, LONDON);
        for (long t = nanos("2025-03-28T00:00:00Z"); t < nanos("2025-04-03T00:00:00Z"); t += 60_000_000_000L * 7) {
            assertThat(allowedAt(often, t)).isEqualTo(allowedAt(gate(true, 5, LONDON), t));
        }
    }

    private double allowedAt(SessionGate gate, long now) {
        gate.onStep(stage.at(now));
        return stage.allowed(gate);
    }

    private static SessionGate gate(boolean flatten, int minutesBefore, SessionWindow... windows) {
        return new SessionGate(
                new SessionConfig(List.of(windows), List.of(), flatten, Duration.ofMinutes(minutesBefore)));
    }

    private static long nanos(String moment) {
        return EventTime.nanos(Instant.parse(moment).atZone(ZoneId.of("UTC")));
    }
}
