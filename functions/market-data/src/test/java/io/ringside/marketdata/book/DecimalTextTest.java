package io.ringside.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    private static final int ROUNDS = 10_000;

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "1.2.3", "-1", "1e5", "1,5", " 1"})
    void refusesWhatIsNoUnsignedDecimalNumber(String text) {
        assertThat(DecimalText.isDecimal(text)).isFalse();
        assertThatThrownBy(() -> DecimalText.unscaled(text, 2)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000022900, 9, 0.000022900",
        "13.2, 4, 13.2000",
        "13, 2, 13.00",
        "13.2000, 1, 13.2",
        "13.0, 0, 13",
        "13, 0, 13"
    })
    void writesTheSameNumberWithOtherDecimals(String text, int scale, String expected) {
        assertThat(DecimalText.rescaled(text, scale)).isEqualTo(expected);
    }

    @Test
    void refusesToLoseADigit() {
        assertThatThrownBy(() -> DecimalText.rescaled("13.25", 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DecimalText.unscaled("13.25", 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DecimalText.unscaled("99999999999", 10)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void agreesWithBigDecimalOnRandomNumbers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < ROUNDS; round++) {
            int scale = random.nextInt(9);
            long unscaled = random.nextLong(1_000_000_000L);
            String text = DecimalText.of(unscaled, scale);
            assertThat(text).isEqualTo(BigDecimal.valueOf(unscaled, scale).toPlainString());
            assertThat(DecimalText.decimals(text)).isEqualTo(scale);
            assertThat(DecimalText.unscaled(text, 9))
                    .isEqualTo(BigDecimal.valueOf(unscaled, scale)
                            .movePointRight(9)
                            .longValueExact());
        }
    }
}
