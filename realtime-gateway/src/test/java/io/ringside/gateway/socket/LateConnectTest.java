package io.ringside.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateConnectTest {
    private static final SocketSettings SETTINGS = new SocketSettings(
            List.of(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(25),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            20,
            50,
            2_000,
            "node",
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    private final Liveness liveness = new Liveness(SETTINGS, 0);

    @Test
    void whoHasSaidNothingInTimeIsClosedOnlyAtTheSecondLook() {
        assertThat(liveness.due(5_000)).isEqualTo(Liveness.Due.NOTHING);
        assertThat(liveness.due(5_001)).isEqualTo(Liveness.Due.NOTHING);
        assertThat(liveness.due(6_001)).isEqualTo(Liveness.Due.NO_GREETING);
    }

    @Test
    void aConnectThatWeWereLateToReadStillCounts() {
        assertThat(liveness.due(9_000)).isEqualTo(Liveness.Due.NOTHING);
        liveness.introduced();
        assertThat(liveness.due(10_000)).isEqualTo(Liveness.Due.NOTHING);
    }

    @Test
    void theTimeThatTheTicketTakesIsOurs() {
        liveness.introduced();
        assertThat(liveness.due(20_000)).isEqualTo(Liveness.Due.NOTHING);
        assertThat(liveness.due(21_000)).isEqualTo(Liveness.Due.NOTHING);
    }
}
