package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Limits per address: of one gateway that stands behind a balancer, and of one that clients reach themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BalancerTest {
    private static final Map<String, String> FEW = Map.of("ringside.socket.greeting-per-address", "2");

    private GatewayUnderTest direct;
    private GatewayUnderTest behind;

    @BeforeAll
    void start() {
        // time stands still: nobody waits so long that the next try is free, or that he is sent away without a word
        HandMovedClock clock = GatewayUnderTest.standingClock();
        direct = GatewayUnderTest.start(clock, FEW);
        Map<String, String> settings = new HashMap<>(FEW);
        settings.put("ringside.proxies.trusted", "127.0.0.0/8,::1");
        behind = GatewayUnderTest.startOn(direct.database(), clock, settings);
    }

    @AfterAll
    void stop() {
        direct.close();
        behind.close();
    }

    @Test
    void countsFailedSignInsOfAClientAndNotOfTheBalancer() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(behind, "1.1.1." + i + ", 203.0.113.7")).isEqualTo(401);
        }
        assertThat(signIn(behind, "1.1.1.99, 203.0.113.7")).isEqualTo(429);
        assertThat(signIn(behind, "203.0.113.7, 203.0.113.8")).isEqualTo(401);
    }

    @Test
    void countsFailedSignInsOfWhoeverConnectsWhenNoBalancerIsTrusted() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(direct, "203.0.113." + i)).isEqualTo(401);
        }
        assertThat(signIn(direct, "203.0.113.99")).isEqualTo(429);
    }

    @Test
    void countsSocketsThatHaveNotConnectedOfAClientAndNotOfTheBalancer() throws IOException {
        RawSocket first = open(behind, "1.1.1.1, 203.0.113.7");
        try (RawSocket second = open(behind, "203.0.113.7")) {
            assertThat(handshake(behind, "1.1.1.2, 203.0.113.7")).startsWith("HTTP/1.1 503");
            assertThat(handshake(behind, "203.0.113.8")).startsWith("HTTP/1.1 101");
            first.sendText("{}");
            assertThat(first.closeCode()).isEqualTo(4501);
            assertThat(handshake(behind, "203.0.113.7")).startsWith("HTTP/1.1 101");
        } finally {
            first.close();
        }
    }

    @Test
    void countsSocketsThatHaveNotConnectedOfWhoeverConnectsWhenNoBalancerIsTrusted() throws IOException {
        try (RawSocket first = open(direct, "203.0.113.7");
                RawSocket second = open(direct, "203.0.113.8")) {
            assertThat(handshake(direct, "203.0.113.9")).startsWith("HTTP/1.1 503");
        }
    }

    @RepeatedTest(20)
    void letsNoMoreSocketsOfAClientStayThatComeAtOnce(RepetitionInfo repetition) throws IOException {
        String client = "203.0.114." + repetition.getCurrentRepetition();
        List<RawSocket> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            crowd.add(RawSocket.reach(behind.port()));
        }
        CyclicBarrier start = new CyclicBarrier(crowd.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(crowd.size())) {
            List<CompletableFuture<Boolean>> stays = crowd.stream()
                    .map(raw -> CompletableFuture.supplyAsync(() -> stays(raw, client, start), threads))
                    .toList();
            assertThat(stays.stream().filter(CompletableFuture::join)).hasSize(2);
        } finally {
            for (RawSocket raw : crowd) {
                raw.close();
            }
        }
    }

    /** Whether a socket gets in and is kept. */
    private boolean stays(RawSocket raw, String address, CyclicBarrier start) {
        try {
            var unused = start.await();
            raw.upgrade(behind.port(), forwardedFor(address));
            raw.send(true, RawSocket.PING, new byte[0]);
            return raw.next().opcode() == RawSocket.PONG;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A socket that the gateway has counted: it answers. */
    private static RawSocket open(GatewayUnderTest gateway, String forwardedFor) throws IOException {
        RawSocket raw = RawSocket.open(gateway.port(), forwardedFor(forwardedFor));
        raw.send(true, RawSocket.PING, new byte[0]);
        assertThat(raw.next().opcode()).isEqualTo(RawSocket.PONG);
        return raw;
    }

    private static int signIn(GatewayUnderTest gateway, String forwardedFor) {
        return gateway.send(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/session"))
                        .header("X-Forwarded-For", forwardedFor)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"guessed\",\"password\":\"wrong\"}"))
                        .build())
                .statusCode();
    }

    private static String handshake(GatewayUnderTest gateway, String forwardedFor) throws IOException {
        return RawSocket.handshakeWith(gateway.port(), forwardedFor(forwardedFor));
    }

    private static String forwardedFor(String addresses) {
        return "X-Forwarded-For: " + addresses + "\r\n";
    }
}
