package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What suspicious clients leave in the log, each kind as it happens, and that no secret is among it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspiciousTest {
    /** A word that stands in every secret that is sent here. */
    private static final String CANARY = "canary-7c1f";

    private static final String CONNECT =
            "\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":%s,\"positions\":{}}";

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;
    private Logged log;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of("ringside.proxies.trusted", "127.0.0.0/8,::1"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void listen() {
        log = new Logged();
    }

    @AfterEach
    void findsNoSecret() {
        assertThat(log.lines()).noneMatch(line -> line.contains(CANARY) || line.contains(FloorPeople.PASSWORD));
        log.close();
        // whoever comes next has lines of his own again
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void ofAPageOfAnotherSite() throws IOException {
        String answer = RawSocket.handshakeWith(
                gateway.port(), "Origin: https://" + CANARY + ".example\r\nX-Correlation-Id: shake\r\n");
        assertThat(answer).startsWith("HTTP/1.1 403");
        assertLogged("foreign-origin", null, "shake");
    }

    @Test
    void ofATokenThatWeNeverMadeButNotOfOneThatIsOver() {
        String over = gateway.token("alice");
        clock.advance(Duration.ofMinutes(6));
        assertThat(call("/api/instruments", over).statusCode()).isEqualTo(401);
        assertThat(log.lines("suspicious")).isEmpty();
        assertThat(call("/api/instruments", "e30." + CANARY + ".e30").statusCode())
                .isEqualTo(401);
        assertLogged("bad-token", null, "call");
    }

    @Test
    void ofATicketThatWeNeverMade() {
        try (ClientSocket socket = gateway.socket()) {
            socket.send(CONNECT.formatted(CANARY, "[]"));
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
        assertLogged("bad-ticket", null, null);
    }

    @Test
    void ofATicketThatComesTwice() {
        String ticket = gateway.ticket(gateway.token("alice"));
        try (ClientSocket first = gateway.socket();
                ClientSocket second = gateway.socket()) {
            String session = first.connect(ticket, "[]", "{}").get("session").getStringValue();
            second.send(CONNECT.formatted(ticket, "[]"));
            assertThat(second.closeCode()).isEqualTo(4401);
            assertLogged("reused-ticket", "alice", null);
            assertThat(log.lines("suspicious").getFirst()).doesNotContain(session);
        }
        assertThat(log.lines()).noneMatch(line -> line.contains(ticket));
    }

    @Test
    void ofARefreshTokenThatComesTwice() {
        String stolen = gateway.signIn("bob").get("refreshToken").getStringValue();
        JsonNode second = GatewayUnderTest.json(gateway.refresh(stolen).body());
        gateway.refresh(second.get("refreshToken").getStringValue());
        assertThat(gateway.refresh(stolen).statusCode()).isEqualTo(401);
        assertLogged("reused-refresh-token", "bob", null);
        assertThat(log.lines()).noneMatch(line -> line.contains(stolen));
    }

    @Test
    void ofWhoeverGuessesPasswords() {
        String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(CANARY, CANARY);
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.call("POST", "/api/session", null, body).statusCode())
                    .isEqualTo(401);
        }
        assertThat(log.lines("suspicious")).isEmpty();
        assertThat(gateway.call("POST", "/api/session", null, body).statusCode())
                .isEqualTo(429);
        assertLogged("guessed-password", null, null);
    }

    @Test
    void ofForeignAccountsAndChannels() {
        assertThat(call("/api/orders?account=KESTREL-1", gateway.token("alice")).statusCode())
                .isEqualTo(403);
        assertLogged("foreign-account", "alice", "call");
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            socket.ask("\"subscribe\":{\"channels\":[\"valuations.KESTREL-1\"]}");
            socket.ask(OrderText.submitted(OrderText.order(CANARY).replace("HARBOUR-1", "KESTREL-1")));
        }
        assertThat(kinds()).containsExactly("foreign-account", "foreign-channel", "foreign-account");
        assertThat(log.lines("suspicious")).allMatch(line -> line.contains(" user=alice "));
    }

    @Test
    void ofACallThatTheRoleDoesNotAllow() {
        assertThat(call("/api/v1/ops/connections", gateway.token("alice")).statusCode())
                .isEqualTo(403);
        assertLogged("forbidden-call", "alice", "call");
    }

    @Test
    void ofWhoeverBreachesLimitsUntilTheSocketIsClosed() {
        try (ClientSocket socket = gateway.connect("bob", "[]", "{}")) {
            for (int i = 0; i < 110; i++) {
                socket.send("\"ping\":{}");
            }
            assertThat(socket.closeCode()).isEqualTo(4429);
        }
        assertLogged("repeated-breaches", "bob", null);
    }

    @Test
    void ofAFloodOfWhatNobodyCanRead() {
        for (int i = 0; i < 31; i++) {
            assertThat(gateway.call("POST", "/api/session", null, "{\"" + CANARY)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertLogged("malformed-flood", null, null);
    }

    /** One line of this kind, with an address, a correlation and the user if one is known. */
    private void assertLogged(String kind, @Nullable String user, @Nullable String correlation) {
        String who = user == null ? "" : " user=" + user;
        String which = correlation == null ? "[0-9a-f-]{36}" : correlation;
        Eventually.holds("it is logged", () -> !log.lines("suspicious").isEmpty());
        assertThat(log.lines("suspicious"))
                .singleElement()
                .asString()
                .matches("event=suspicious kind=" + kind + " address=[0-9a-f:.]+" + who + " correlation=" + which
                        + "( left-out=\\d+)?");
        assertThat(gateway.call("GET", "/prometheus", null, null).body())
                .containsPattern("ringside_gateway_suspicious_total\\{kind=\"" + kind + "\"\\} [1-9]");
    }

    private List<String> kinds() {
        return log.lines("suspicious").stream()
                .map(line -> line.replaceAll(".* kind=([a-z-]+) .*", "$1"))
                .toList();
    }

    private HttpResponse<String> call(String path, String token) {
        return gateway.send(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", "call")
                .build());
    }
}
