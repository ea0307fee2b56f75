package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {

    @Test
    void tellsNumbersAndTruthValuesFromText() {
        assertThat(Scalar.of("true")).isEqualTo(true);
        assertThat(Scalar.of("false")).isEqualTo(false);
        assertThat(Scalar.of("-12")).isEqualTo(-12L);
        assertThat(Scalar.of("0.10")).isEqualTo(new BigDecimal("0.10"));
        assertThat(Scalar.of(".5")).isEqualTo(new BigDecimal("0.5"));
        assertThat(Scalar.of("5.")).isEqualTo(new BigDecimal("5"));
        assertThat(Scalar.of("1e-8")).isEqualTo(new BigDecimal("1e-8"));
        assertThat(Scalar.of("9223372036854775808")).isEqualTo(new BigDecimal("9223372036854775808"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "e5", "NaN", "Infinity", "0x1F", "1d", "1f", "TRUE", "USD", "12h", "1e9999999999", "١٢"
            })
    void leavesEverythingElseAlone(String text) {
        assertThat(Scalar.of(text)).isEqualTo(text);
    }
}
