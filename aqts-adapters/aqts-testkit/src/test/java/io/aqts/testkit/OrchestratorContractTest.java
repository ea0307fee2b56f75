package io.aqts.testkit;

import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OrchestratorContractTest {

    @Test
    void passesAnOrchestratorThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(EngineFlaw.LOSES_A_TRIFLE, "conservesMoneyExactly"),
                caught(EngineFlaw.FORGETS_FEES, "conservesMoneyExactly"),
                caught(EngineFlaw.ROUNDS_CASH, "conservesMoneyExactly"),
                caught(EngineFlaw.MISTAKES_THE_COST, "conservesMoneyExactly"),
                caught(EngineFlaw.MARKS_TOO_HIGH, "conservesMoneyExactly"),
                caught(EngineFlaw.MARKS_AT_THE_FILL, "conservesMoneyExactly"),
                caught(EngineFlaw.KEEPS_ITS_BOOKS_ON_RESET, "startsAfreshOnReset"),
                caught(EngineFlaw.KEEPS_ITS_CHANCE_ON_RESET, "startsAfreshOnReset"),
                caught(EngineFlaw.SHARES_ITS_CHANCE, "sharesNothingWithOthers"),
                caught(EngineFlaw.RISES_AFTER_THE_END, "endsAgainAndAgain"),
                caught(EngineFlaw.COUNTS_FROM_ONE, "countsStepsAndKeepsTheirOrder"),
                caught(EngineFlaw.GOES_BACK_IN_TIME, "countsStepsAndKeepsTheirOrder"),
                caught(EngineFlaw.SHOWS_AN_OLD_PORTFOLIO, "tellsWhereItStands"),
                caught(EngineFlaw.FORGETS_ITS_CONFIG, "tellsWhereItStands"),
                caught(EngineFlaw.FILLS_AT_ONCE, "fillsOnlyWhatWasApprovedBefore"),
                caught(EngineFlaw.STAMPS_AHEAD, "reportsThePastInItsOrder"),
                caught(EngineFlaw.REPORTS_NEW_ORDERS_FIRST, "reportsThePastInItsOrder"),
                caught(EngineFlaw.OVERSTEPS_ITS_LIMITS, "approvesNothingBeyondTheLimits"),
                caught(EngineFlaw.OPENS_IN_EVERY_STATE, "takesNoNewRiskUnlessTheStateIsNormal"),
                caught(EngineFlaw.IGNORES_THE_OPERATOR, "obeysTheOperator"),
                caught(EngineFlaw.IGNORES_UNKNOWN_SETTINGS, "staysAsItWasWhenAResetIsRefused"),
                caught(EngineFlaw.RESETS_BEFORE_IT_REFUSES, "staysAsItWasWhenAResetIsRefused"),
                caught(EngineFlaw.IGNORES_CHANGES, "followsTheChangesOfAReset"),
                caught(EngineFlaw.GOES_ON_WHEN_CLOSED, "refusesToGoOnWhenClosed"),
                caught(EngineFlaw.GOES_ON_AFTER_A_FAILURE, "standsStillWhenALayerFails"),
                caught(EngineFlaw.BOOKS_WHAT_FAILED, "standsStillWhenALayerFails"),
                caught(EngineFlaw.NEVER_TRADES, "tradesSomething"));
    }

    private static DynamicTest caught(EngineFlaw flaw, String promise) {
        return Proof.caught(Flawed.class, promise, flaw, () -> Flawed.planted = flaw);
    }

    static final class Sound implements OrchestratorContract {

        @Override
        public Orchestrator create(AqtsConfig config) {
            return new ToyEngine(config, EngineFlaw.NONE, false);
        }

        @Override
        public Optional<Orchestrator> createFailing(AqtsConfig config) {
            return Optional.of(new ToyEngine(config, EngineFlaw.NONE, true));
        }
    }

    static final class Flawed implements OrchestratorContract {

        private static EngineFlaw planted = EngineFlaw.NONE;

        @Override
        public Orchestrator create(AqtsConfig config) {
            return new ToyEngine(config, planted, false);
        }

        @Override
        public Optional<Orchestrator> createFailing(AqtsConfig config) {
            return Optional.of(new ToyEngine(config, planted, true));
        }
    }
}
