package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a socket is told of its session's end, and what a refresh gives and takes. Two nodes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionLifeTest {
    private static final String CONNECT =
            "\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":[],\"positions\":{}}";

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;
    private GatewayUnderTest other;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of("ringside.limits.rates.refresh", "600/600"));
        other = GatewayUnderTest.startOn(gateway.database(), clock, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
    }

    @Test
    void saysThirtySecondsAheadThatASessionEndsAndAgainOfTheNextOne() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            Instant first = clock.instant();
            clock.advance(Duration.ofSeconds(270));
            assertThat(ending(socket)).isBetween(first.plusSeconds(299), first.plusSeconds(300));
            Instant second = refresh(socket, "alice");
            clock.advance(Duration.ofSeconds(270));
            assertThat(ending(socket)).isEqualTo(second);
        }
    }

    @Test
    void closesASocketWithinTwoSecondsOfTheEndOfItsSession() {
        // a machine that stands still for a moment makes one slow, but what waits for something makes them all slow
        Duration quickest = Stream.generate(this::expires)
                .limit(3)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(quickest).isLessThan(Duration.ofSeconds(2));
    }

    private Duration expires() {
        try (ClientSocket socket = other.connect("alice", "[]", "{}")) {
            clock.advance(Duration.ofMinutes(5));
            long before = System.nanoTime();
            assertThat(socket.closeCode()).isEqualTo(4401);
            return Duration.ofNanos(System.nanoTime() - before);
        }
    }

    @Test
    void namesTheChannelsThatARefreshNoLongerCovers() {
        FloorPeople.moveIn(gateway.database(), "judy");
        gateway.database().execute("""
                insert into identity.account_trader values ('HARBOUR-1', 'judy'), ('HARBOUR-2', 'judy')""");
        try (ClientSocket socket = gateway.connect(
                "judy", "[\"valuations.HARBOUR-1\",\"valuations.HARBOUR-2\",\"quotes.CA\",\"inbox\"]", "{}")) {
            gateway.database()
                    .execute("delete from identity.account_trader where trader = 'judy' and account = 'HARBOUR-1'");
            JsonNode refreshed = refreshed(socket, "judy");
            assertThat(refreshed.get("ended")).isEqualTo(GatewayUnderTest.json("[\"valuations.HARBOUR-1\"]"));
            assertThat(refreshed(socket, "judy").get("ended")).isNull();
            assertThat(socket.ask("\"unsubscribe\":{\"channels\":[\"valuations.HARBOUR-1\",\"valuations.HARBOUR-2\"]}")
                            .get("result")
                            .get("unsubscribed"))
                    .isEqualTo(GatewayUnderTest.json("[\"valuations.HARBOUR-2\"]"));
            assertThat(socket.ask("\"subscribe\":{\"channels\":[\"valuations.HARBOUR-1\"]}")
                            .get("error")
                            .get("code")
                            .getStringValue())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @RepeatedTest(10)
    void letsOneOfTwoSocketsInThatRaceWithOneTicketOnTwoNodes() {
        String ticket = gateway.ticket(gateway.token("bob"));
        CyclicBarrier start = new CyclicBarrier(2);
        try (ClientSocket one = gateway.socket();
                ClientSocket two = other.socket()) {
            List<CompletableFuture<Boolean>> tries = Stream.of(one, two)
                    .map(socket -> CompletableFuture.supplyAsync(() -> isIn(socket, ticket, start)))
                    .toList();
            assertThat(tries.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        }
    }

    private static boolean isIn(ClientSocket socket, String ticket, CyclicBarrier start) {
        try {
            var unused = start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        boolean isIn = socket.ask(CONNECT.formatted(ticket)).get("result") != null;
        assertThat(isIn || socket.closeCode() == 4401).isTrue();
        return isIn;
    }

    private static Instant ending(ClientSocket socket) {
        JsonNode told = socket.await(message -> message.get("refreshRequired") != null);
        return Instant.parse(told.get("refreshRequired").get("expiresAt").getStringValue());
    }

    private Instant refresh(ClientSocket socket, String user) {
        return Instant.parse(refreshed(socket, user).get("expiresAt").getStringValue());
    }

    private JsonNode refreshed(ClientSocket socket, String user) {
        String ticket = gateway.ticket(gateway.token(user));
        return socket.ask("\"refresh\":{\"ticket\":\"" + ticket + "\"}")
                .get("result")
                .get("refreshed");
    }
}
