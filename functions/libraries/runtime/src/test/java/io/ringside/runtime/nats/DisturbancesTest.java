package io.ringside.runtime.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Floor;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class DisturbancesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    private final Disturbances disturbances = new Disturbances();

    @Test
    void aServerThatGoesAndComesBackIsCountedOnBothWays() throws Exception {
        try (NatsServer server = Floor.shared().freshNats();
                Connection connection = Nats.connect(Options.builder()
                        .server(server.url())
                        .maxReconnects(-1)
                        .reconnectWait(Duration.ofMillis(50))
                        .connectionTimeout(DEADLINE)
                        .connectionListener(disturbances)
                        .errorListener(disturbances)
                        .build())) {
            assertThat(disturbances.count()).isZero();
            server.kill();
            awaitMoreThan(0);
            server.restart();
            long before = disturbances.count();
            awaitStatus(connection, Connection.Status.CONNECTED);
            assertThat(disturbances.count()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void whatIsNoSignOfAStalledReaderIsNotCounted() throws Exception {
        try (Connection connection = Nats.connect(Options.builder()
                .server(Floor.shared().natsUrl())
                .connectionTimeout(DEADLINE)
                .errorListener(disturbances)
                .build())) {
            disturbances.errorOccurred(connection, "Permissions Violation");
            disturbances.exceptionOccurred(connection, new IllegalStateException("odd"));
            assertThat(disturbances.count()).isZero();
        }
    }

    private void awaitMoreThan(long count) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (disturbances.count() <= count) {
            assertThat(System.nanoTime()).as("a sign").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void awaitStatus(Connection connection, Connection.Status status) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (connection.getStatus() != status) {
            assertThat(System.nanoTime()).as(status.name()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
