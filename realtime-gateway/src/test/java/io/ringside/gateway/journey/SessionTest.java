package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
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

/** How long a sign-in lasts, on sockets too, and how it ends. Two nodes, where it has to hold on both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
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
    void takesNoTicketForAnAccessTokenNorTheOtherWayRound() {
        String token = gateway.token("alice");
        String ticket = gateway.ticket(token);
        assertThat(gateway.call("GET", "/api/instruments", ticket, null).statusCode())
                .isEqualTo(401);
        try (ClientSocket socket = gateway.socket()) {
            JsonNode reply = socket.ask(connect(token));
            assertThat(reply.get("error").get("code").getStringValue()).isEqualTo("UNAUTHENTICATED");
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void endsTheWholeSignInWhenARefreshTokenIsUsedBehindItsSuccessor() {
        String stolen = gateway.signIn("bob").get("refreshToken").getStringValue();
        JsonNode second = GatewayUnderTest.json(gateway.refresh(stolen).body());
        JsonNode next = GatewayUnderTest.json(
                gateway.refresh(second.get("refreshToken").getStringValue()).body());
        try (ClientSocket socket = other.socket()) {
            String ticket = gateway.ticket(next.get("accessToken").getStringValue());
            assertThat(socket.ask(connect(ticket)).get("result")).isNotNull();
            assertThat(gateway.refresh(stolen).statusCode()).isEqualTo(401);
            assertThat(socket.closeCode()).isEqualTo(4504);
        }
        assertThat(gateway.refresh(next.get("refreshToken").getStringValue()).statusCode())
                .isEqualTo(401);
        assertThat(gateway.call(
                                "GET",
                                "/api/instruments",
                                next.get("accessToken").getStringValue(),
                                null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signsOutEverySocketOfTheSignInOnEveryNodeWithinTwoSeconds() {
        // a machine that stands still for a moment makes one slow, but what waits for something makes them all slow
        Duration quickest = Stream.generate(this::signsOutEverySocketOfASignIn)
                .limit(3)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(quickest).isLessThan(Duration.ofSeconds(2));
    }

    /** Gives how long it took. */
    private Duration signsOutEverySocketOfASignIn() {
        String token = gateway.token("alice");
        try (ClientSocket here = gateway.socket();
                ClientSocket there = other.socket();
                ClientSocket another = gateway.connect("alice", "[]", "{}")) {
            here.connect(gateway.ticket(token), "[]", "{}");
            there.connect(gateway.ticket(token), "[]", "{}");
            long before = System.nanoTime();
            assertThat(gateway.call("DELETE", "/api/session", token, null).statusCode())
                    .isEqualTo(204);
            assertThat(here.closeCode()).isEqualTo(4504);
            assertThat(there.closeCode()).isEqualTo(4504);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertThat(another.ask("\"ping\":{}").get("result")).isNotNull();
            assertThat(gateway.call("POST", "/api/session/ticket", token, null).statusCode())
                    .isEqualTo(401);
            return took;
        }
    }

    @Test
    void knowsAfterARestartWhatWasRevoked() {
        String token = gateway.token("alice");
        gateway.call("DELETE", "/api/session", token, null);
        try (GatewayUnderTest late = GatewayUnderTest.startOn(gateway.database(), clock, Map.of())) {
            assertThat(late.call("GET", "/api/instruments", token, null).statusCode())
                    .isEqualTo(401);
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
        boolean isIn = socket.ask(connect(ticket)).get("result") != null;
        assertThat(isIn || socket.closeCode() == 4401).isTrue();
        return isIn;
    }

    private static String connect(String ticket) {
        return "\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":[],\"positions\":{}}"
                .formatted(ticket);
    }
}
