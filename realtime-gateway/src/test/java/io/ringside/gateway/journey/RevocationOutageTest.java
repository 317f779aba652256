package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    /** What an outage before broke is whole again. */
    @BeforeEach
    void awaitReadiness() {
        Eventually.holds(
                "it is ready",
                () -> cut.call("GET", "/health/readiness", null, null).statusCode() == 200);
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

    @Test
    void letsNobodyInOrStayWhileItCannotKnowWhoWasSignedOut() {
        String token = cut.token("bob");
        try (ClientSocket socket = cut.socket();
                ClientSocket elsewhere = other.connect("bob", "[]", "{}")) {
            socket.connect(cut.ticket(token), "[]", "{}");
            cut.database().execute("revoke select on identity.session_family from ringside_realtime_gateway");
            nats.kill();
            assertThat(socket.closeCode()).isEqualTo(1013);
            HttpResponse<String> refused = cut.call("GET", "/api/instruments", token, null);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            nats.restart();
            assertThat(cut.call("GET", "/api/instruments", token, null).statusCode())
                    .isEqualTo(503);
            // whoever was told all the time knows
            assertThat(elsewhere.ask("\"ping\":{}").get("result")).isNotNull();
            assertThat(other.call("GET", "/api/instruments", token, null).statusCode())
                    .isEqualTo(200);
        } finally {
            cut.database().execute("grant select on identity.session_family to ringside_realtime_gateway");
            nats.restart();
        }
        Eventually.holds(
                "it is known again",
                () -> cut.call("GET", "/api/instruments", token, null).statusCode() == 200);
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
