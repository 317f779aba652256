package io.ringside.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
    @Test
    void withoutOptionsItMeasuresWhatTheRequirementsAsk() {
        assertThat(BenchOptions.parse(List.of()))
                .isEqualTo(new BenchOptions(List.of(50, 200), 100, 60, 60, false, "orders", false, false, null));
    }

    @Test
    void everyOptionCounts() {
        assertThat(BenchOptions.parse(List.of(
                        "--rates",
                        "10,20",
                        "--users",
                        "5",
                        "--seconds",
                        "3",
                        "--warm-up",
                        "1",
                        "--sustained",
                        "--name",
                        "short",
                        "--keep")))
                .isEqualTo(new BenchOptions(List.of(10, 20), 5, 3, 1, true, "short", true, false, null));
    }

    @Test
    void aFloorThatRunsAlreadyIsNamedByItsReadyFile(@TempDir Path folder) throws IOException {
        Path ready = Files.writeString(folder.resolve("ready.json"), "{}");

        assertThat(BenchOptions.parse(List.of("--floor", ready.toString())).ready())
                .isEqualTo(ready);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rates 0",
                "--rates x",
                "--users 101",
                "--seconds",
                "--users 5 --rates 200",
                "--what",
                "--floor nowhere.json"
            })
    void aWrongOptionIsNamed(String line) {
        assertThatThrownBy(() -> BenchOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: infra/bench");
    }
}
