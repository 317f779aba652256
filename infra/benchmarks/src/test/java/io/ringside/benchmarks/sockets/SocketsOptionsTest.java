package io.ringside.benchmarks.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SocketsOptionsTest {
    @Test
    void withoutWordsItMeasuresWhatWasPromised() {
        assertThat(SocketsOptions.parse(List.of()))
                .isEqualTo(new SocketsOptions(1_000, 5_000, 2_000, 50, 30, "sockets", false));
    }

    @Test
    void everyWordIsTaken() {
        assertThat(SocketsOptions.parse(List.of(
                        "--few",
                        "10",
                        "--many",
                        "20",
                        "--returning",
                        "30",
                        "--missed",
                        "4",
                        "--seconds",
                        "5",
                        "--name",
                        "try",
                        "--keep")))
                .isEqualTo(new SocketsOptions(10, 20, 30, 4, 5, "try", true));
    }

    @Test
    void whatCannotBeMeasuredIsRefusedWithItsName() {
        assertThatThrownBy(() -> SocketsOptions.parse(List.of("--missed", "101")))
                .hasMessageContaining("--missed 101 is not between 1 and 100");
        assertThatThrownBy(() -> SocketsOptions.parse(List.of("--few", "9", "--many", "9")))
                .hasMessageContaining("--many must be more than --few");
        assertThatThrownBy(() -> SocketsOptions.parse(List.of("--name"))).hasMessageContaining("--name needs a value");
        assertThatThrownBy(() -> SocketsOptions.parse(List.of("--sockets", "9")))
                .hasMessageContaining("unknown option --sockets");
    }
}
