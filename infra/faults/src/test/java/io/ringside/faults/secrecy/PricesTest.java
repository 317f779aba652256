package io.ringside.faults.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"price\":\"731.482915\"}|true",
                "{\"price\":731482915}|true",
                "{\"notional\":\"7314829150.00\"}|true",
                "{\"at\":\"2026-11-22T05:21:41.731482915Z\"}|false",
                "{\"id\":\"01990000-0000-8000-8000-731482915000\"}|false",
                "{\"price\":\"731.482916\"}|false",
            })
    void findsAPriceInWhateverWayItIsWrittenAndNothingElse(String text, boolean found) {
        assertThat(Prices.isIn(text, "731.482915")).isEqualTo(found);
    }

    @Test
    void neverGivesOneTwiceNorOneThatIsWrittenShorter() {
        Prices prices = new Prices();
        Random random = new Random(1);
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String price = prices.next(random);
            assertThat(price).matches("[678]\\d\\d\\.\\d{5}[1-9]");
            assertThat(given.add(price)).isTrue();
        }
    }
}
