package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        direct = GatewayUnderTest.start(FEW);
        Map<String, String> settings = new HashMap<>(FEW);
        settings.put("ringside.proxies.trusted", "127.0.0.0/8,::1");
        behind = GatewayUnderTest.startOn(direct.database(), settings);
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
        RawSocket first = RawSocket.open(behind.port(), forwardedFor("1.1.1.1, 203.0.113.7"));
        try (RawSocket second = RawSocket.open(behind.port(), forwardedFor("203.0.113.7"))) {
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
        try (RawSocket first = RawSocket.open(direct.port(), forwardedFor("203.0.113.7"));
                RawSocket second = RawSocket.open(direct.port(), forwardedFor("203.0.113.8"))) {
            assertThat(handshake(direct, "203.0.113.9")).startsWith("HTTP/1.1 503");
        }
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
