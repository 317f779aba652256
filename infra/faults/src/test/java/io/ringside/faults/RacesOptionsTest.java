package io.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RacesOptionsTest {
    @Test
    void withoutOptionsTwentyClientsRaceAThousandTimes() {
        assertThat(RacesOptions.parse(List.of()))
                .isEqualTo(new RacesOptions(1_000, 1, 20, 2, 16, "races-1000-seed-1", false));
    }

    @Test
    void everyOptionCounts() {
        assertThat(RacesOptions.parse(
                        List.of("--rfqs 9 --seed 8 --clients 7 --tries 3 --at-once 4 --name few --keep".split(" "))))
                .isEqualTo(new RacesOptions(9, 8, 7, 3, 4, "few", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rfqs 0", "--rfqs x", "--clients 21", "--tries 11", "--seed", "--what"})
    void aWrongOptionIsNamed(String line) {
        assertThatThrownBy(() -> RacesOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: infra/races");
    }
}
