package io.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsOptionsTest {
    @Test
    void withoutOptionsTwoHundredFaultsMeetFiveHundredClientsAtFiftyAlertsASecond() {
        assertThat(AlertsOptions.parse(List.of()))
                .isEqualTo(new AlertsOptions(200, 500, 50, 1, "alerts-200-faults-500-clients-seed-1", false));
    }

    @Test
    void everyOptionCounts() {
        assertThat(AlertsOptions.parse(
                        List.of("--faults 9 --seed 8 --clients 7 --rate 3 --name few --keep".split(" "))))
                .isEqualTo(new AlertsOptions(9, 7, 3, 8, "few", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--faults 0", "--faults x", "--clients 1001", "--rate 501", "--seed", "--what"})
    void aWrongOptionIsNamed(String line) {
        assertThatThrownBy(() -> AlertsOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: infra/chaos alerts");
    }
}
