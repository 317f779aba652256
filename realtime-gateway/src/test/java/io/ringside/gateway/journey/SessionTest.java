package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, for how long, and how it ends. Two nodes, where it has to hold on both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
    private GatewayUnderTest gateway;
    private GatewayUnderTest other;
    private GatewayUnderTest brief;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of("ringside.limits.rates.refresh", "600/600"));
        other = GatewayUnderTest.startOn(gateway.database(), Map.of());
        brief = GatewayUnderTest.startOn(gateway.database(), Map.of("ringside.identity.access", "2s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
        brief.close();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUserAlike() {
        HttpResponse<String> wrong = signIn("alice", "wrong");
        HttpResponse<String> unknown = signIn("nobody", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(detail(unknown)).isEqualTo(detail(wrong));
    }

    @Test
    void slowsDownWhoeverGuesses() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guessed", "wrong" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = signIn("guessed", "again");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(GatewayUnderTest.json(answer.body()).get("retryAfterMs").getLongValue())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "{\"user\":\"alice\"}",
                "{\"user\":\"alice\",\"password\":\"x\",\"admin\":true}",
                "{\"user\":\"al ice\",\"password\":\"x\"}",
                "{\"user\":\"alice\",\"user\":\"bob\",\"password\":\"x\"}"
            })
    void refusesAMalformedSignIn(String body) {
        HttpResponse<String> answer = gateway.call("POST", "/api/session", null, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                .isEqualTo("MALFORMED");
    }

    @Test
    void asksForSignInBeforeAnythingOfTheUser() {
        for (String path : new String[] {"/api/instruments", "/api/orders", "/api/positions"}) {
            HttpResponse<String> answer = gateway.call("GET", path, null, null);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                    .isEqualTo("UNAUTHENTICATED");
        }
        assertThat(gateway.call("POST", "/api/session/ticket", "not.a.token", null)
                        .statusCode())
                .isEqualTo(401);
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
    void takesATicketOnceOnAllNodes() {
        String ticket = gateway.ticket(gateway.token("alice"));
        try (ClientSocket first = gateway.socket();
                ClientSocket second = other.socket()) {
            assertThat(first.ask(connect(ticket)).get("result")).isNotNull();
            assertThat(second.ask(connect(ticket)).get("error")).isNotNull();
            assertThat(second.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void turnsARefreshTokenIntoTheNextOneOnce() {
        String first = gateway.signIn("bob").get("refreshToken").getStringValue();
        JsonNode second = GatewayUnderTest.json(refresh(first).body());
        assertThat(gateway.call(
                                "GET",
                                "/api/instruments",
                                second.get("accessToken").getStringValue(),
                                null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(second.get("refreshToken").getStringValue()).isNotEqualTo(first);
        assertThat(refresh("A".repeat(43)).statusCode()).isEqualTo(401);
    }

    @Test
    void endsTheWholeSignInWhenARefreshTokenIsUsedTwice() {
        JsonNode session = gateway.signIn("bob");
        String stolen = session.get("refreshToken").getStringValue();
        JsonNode next = GatewayUnderTest.json(refresh(stolen).body());
        try (ClientSocket socket = other.socket()) {
            String ticket = gateway.ticket(next.get("accessToken").getStringValue());
            assertThat(socket.ask(connect(ticket)).get("result")).isNotNull();
            assertThat(refresh(stolen).statusCode()).isEqualTo(401);
            assertThat(socket.closeCode()).isEqualTo(4504);
        }
        assertThat(refresh(next.get("refreshToken").getStringValue()).statusCode())
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
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(another.ask("\"ping\":{}").get("result")).isNotNull();
        }
        assertThat(gateway.call("POST", "/api/session/ticket", token, null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void knowsAfterARestartWhatWasRevoked() {
        String token = gateway.token("alice");
        gateway.call("DELETE", "/api/session", token, null);
        try (GatewayUnderTest late = GatewayUnderTest.startOn(gateway.database(), Map.of())) {
            assertThat(late.call("GET", "/api/instruments", token, null).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void closesASocketWhoseSessionHasExpired() {
        try (ClientSocket socket = brief.connect("alice", "[]", "{}")) {
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void extendsASocketsSessionWithAFreshTicket() {
        String token = brief.token("alice");
        try (ClientSocket socket = brief.socket()) {
            socket.connect(brief.ticket(token), "[]", "{}");
            String lasting = gateway.ticket(gateway.token("alice"));
            JsonNode reply = socket.ask("\"refresh\":{\"ticket\":\"" + lasting + "\"}");
            assertThat(reply.get("result").get("refreshed").get("expiresAt")).isNotNull();
            String foreign = gateway.ticket(gateway.token("bob"));
            assertThat(socket.ask("\"refresh\":{\"ticket\":\"" + foreign + "\"}")
                            .get("error")
                            .get("code")
                            .getStringValue())
                    .isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void allowsTwentySocketsOfOneUser() {
        String token = gateway.token("bob");
        ClientSocket[] sockets = new ClientSocket[20];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = gateway.socket();
            sockets[i].connect(gateway.ticket(token), "[]", "{}");
        }
        try (ClientSocket oneTooMany = gateway.socket()) {
            oneTooMany.send(connect(gateway.ticket(token)));
            assertThat(oneTooMany.closeCode()).isEqualTo(4505);
        }
        for (ClientSocket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://localhost",
                "http://localhost.evil.example:%d",
                "http://evil.example/?http://localhost:%d",
                "https://localhost:%d",
                "http://localhost:%d.evil.example"
            })
    void refusesForeignOrigins(String origin) throws IOException {
        String line = RawSocket.handshakeWith(gateway.port(), "Origin: " + origin.formatted(gateway.port()) + "\r\n");
        assertThat(line).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:%d", "http://127.0.0.1:%d", "http://localhost:5173"})
    void allowsItsOwnOrigins(String origin) throws IOException {
        String line = RawSocket.handshakeWith(gateway.port(), "Origin: " + origin.formatted(gateway.port()) + "\r\n");
        assertThat(line).startsWith("HTTP/1.1 101");
    }

    @Test
    void wantsTheSubprotocol() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/ws"))
                .header("Accept", "text/html")
                .build();
        assertThat(gateway.send(request).statusCode()).isBetween(400, 404);
    }

    private HttpResponse<String> signIn(String user, String password) {
        return gateway.call(
                "POST", "/api/session", null, "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
    }

    private HttpResponse<String> refresh(String token) {
        return gateway.call("POST", "/api/session/refresh", null, "{\"refreshToken\":\"" + token + "\"}");
    }

    private static String detail(HttpResponse<String> answer) {
        return GatewayUnderTest.json(answer.body()).get("detail").getStringValue();
    }

    private static String connect(String ticket) {
        return "\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":[],\"positions\":{}}"
                .formatted(ticket);
    }
}
