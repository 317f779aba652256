package io.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTest {
    @Test
    void withoutOptionsEachKindDiesTwentyTimes() {
        assertThat(ChaosOptions.parse(List.of()))
                .isEqualTo(new ChaosOptions(20, 1, 10, 300, "chaos-20-kills-seed-1", null, 2, false));
    }

    @Test
    void everyOptionCounts() {
        assertThat(ChaosOptions.parse(List.of(
                        "--kills",
                        "1",
                        "--seed",
                        "9",
                        "--traders",
                        "3",
                        "--every",
                        "50",
                        "--feed",
                        "/recording",
                        "--gateways",
                        "1",
                        "--name",
                        "short",
                        "--keep")))
                .isEqualTo(new ChaosOptions(1, 9, 3, 50, "short", Path.of("/recording"), 1, true));
    }

    @Test
    void aFloorIsStartedWithAsManyGatewaysAsAreAskedFor() {
        ChaosOptions options = ChaosOptions.parse(List.of("--gateways", "3"));
        assertThat(options.name()).isEqualTo("chaos-20-kills-seed-1-gateways-3");
        assertThat(options.words()).containsExactly("--gateways", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kills 0", "--kills x", "--traders 101", "--gateways 5", "--seed", "--what"})
    void aWrongOptionIsNamed(String line) {
        assertThatThrownBy(() -> ChaosOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: infra/chaos");
    }
}
