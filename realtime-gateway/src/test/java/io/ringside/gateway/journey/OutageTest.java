package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.Connection;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** NATS goes away and comes back; sockets stay, nothing is lost, and nobody is lied to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
    private static final String ORDER = """
        "command":{"type":"order.submit","body":{"clientOrderId":"%s","account":"HARBOUR-1","instrument":"ADA-XBT",\
        "side":"BUY","orderType":"MARKET","timeInForce":"IOC","quantity":"100"}}\
        """;
    private static final Duration PATIENCE = Eventually.DEADLINE;

    private NatsServer nats;
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        nats = Floor.shared().freshNats();
        Database database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        gateway = GatewayUnderTest.startOn(nats, database, Map.of("ringside.nats.patience", "2s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        nats.close();
    }

    @Test
    void saysUnavailableAtOnceAndTakesTheSameCommandLater() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            nats.kill();
            JsonNode error = awaitError(socket);
            assertThat(error.get("code").getStringValue()).isIn("UNAVAILABLE", "UNKNOWN_OUTCOME");
            assertThat(error.get("temporary").getBooleanValue()).isTrue();
            assertThat(error.get("retryAfterMs").getLongValue()).isPositive();
            nats.restart();
            awaitReceived(socket);
        }
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhenTheServerDoesNotAnswer() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            nats.process().suspend();
            JsonNode reply = socket.ask(ORDER.formatted("silent"));
            assertThat(reply.get("error").get("code").getStringValue()).isEqualTo("UNKNOWN_OUTCOME");
            nats.process().resume();
            awaitReceived(socket);
        }
    }

    @Test
    void fillsTheHoleThatTheOutageLeftInAnInbox() throws Exception {
        try (Connection publisher = Floor.connect(nats);
                ClientSocket socket = gateway.connect("alice", "[\"inbox\"]", "{}")) {
            Notices notices = new Notices(publisher, "alice");
            notices.publish(1);
            assertThat(number(socket.push("inbox"))).isEqualTo(1);
            nats.kill();
            nats.restart();
            Floor.awaitReconnected(publisher);
            notices.publish(5);
            for (int n = 2; n <= 6; n++) {
                assertThat(number(socket.push("inbox"))).isEqualTo(n);
            }
        }
    }

    @Test
    void isNotReadyWithoutNatsAndReadyAgainWithIt() {
        awaitReadiness(200);
        nats.kill();
        awaitReadiness(503);
        nats.restart();
        awaitReadiness(200);
    }

    @Test
    void isNotReadyWhileTheUseOfATicketCannotBeRecorded() throws Exception {
        try (Connection operator = Floor.connect(nats)) {
            operator.jetStreamManagement().deleteStream("KV_tickets");
        }
        awaitReadiness(503);
        nats.restart();
        awaitReadiness(200);
        gateway.connect("alice", "[]", "{}").close();
    }

    @Test
    void refusesTicketsForNowWhenTheirUseCannotBeRecorded() {
        String ticket = gateway.ticket(gateway.token("alice"));
        nats.kill();
        awaitReadiness(503);
        try (ClientSocket socket = gateway.socket()) {
            socket.send("\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":[],\"positions\":{}}"
                    .formatted(ticket));
            assertThat(socket.closeCode()).isEqualTo(1013);
        }
        nats.restart();
        awaitReadiness(200);
    }

    private static JsonNode awaitError(ClientSocket socket) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; ; i++) {
            JsonNode error = socket.ask(ORDER.formatted("away-" + i)).get("error");
            if (error != null) {
                return error;
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static void awaitReceived(ClientSocket socket) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (socket.ask(ORDER.formatted("back")).get("result") == null) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause();
        }
    }

    private void awaitReadiness(int status) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (gateway.call("GET", "/health/readiness", null, null).statusCode() != status) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause();
        }
    }

    /** Between two questions: ten a second are fewer than a user may ask, however long the server takes to start. */
    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
    }

    private static int number(JsonNode push) {
        return Told.numberOf(push);
    }
}
