package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.BookConfig;
import io.aqts.config.QueueKind;
import io.aqts.core.book.QueueModel;
import io.aqts.market.Universe;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookRulesTest {

    @Test
    void theDefaultsOfTheConfigurationAreThoseOfTheRules() {
        assertThat(BookRules.of(BookConfig.defaults())).isEqualTo(BookRules.defaults());
    }

    @Test
    void everySettingReachesTheRules() {
        BookConfig.Builder other = BookConfig.defaults().toBuilder()
                .queue(QueueKind.POWER)
                .queuePower(3)
                .slipRemainder(true)
                .protectionBps(25)
                .holdWhileHalted(false);

        assertThat(BookRules.of(other.build()))
                .isEqualTo(new BookRules(new QueueModel.Power(3), Remainder.SLIP_ONE_TICK, 25, false));
        assertThat(BookRules.of(other.queue(QueueKind.LOGARITHMIC).build()).queue())
                .isEqualTo(new QueueModel.Logarithmic());
    }

    @Test
    void aVenueWithoutRulesOfItsOwnTakesThoseOfTheRun() {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c ->
                        c.execution(e -> e.books(b -> b.queue(QueueKind.POWER).protectionBps(25))));
        Universe universe = new Universe(List.of(BookTrading.COIN), List.of(BookTrading.FREE));

        assertThat(new BookVenue(new LayerContext(config, universe, "venue")).assumptions())
                .anyMatch(sentence -> sentence.contains("Power[exponent=2.0]"))
                .anyMatch(sentence -> sentence.contains("protected beyond 25.0 bps"));
    }

    @Test
    void rulesThatCanNotBeNameTheRuleAndTheValue() {
        assertThatThrownBy(() -> BookRules.defaults().withProtectionBps(-1))
                .hasMessage("bookRules.protectionBps must be zero or more, but was -1.0");
    }
}
