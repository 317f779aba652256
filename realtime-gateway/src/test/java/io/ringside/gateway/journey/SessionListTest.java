package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.HandMovedClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where a user is signed in, and the end of that from somewhere else. Two nodes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionListTest {
    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;
    private GatewayUnderTest other;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(
                clock, Map.of("ringside.socket.node", "one", "ringside.proxies.trusted", "127.0.0.0/8,::1"));
        other = GatewayUnderTest.startOn(gateway.database(), clock, Map.of("ringside.socket.node", "two"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
    }

    @Test
    void showsEachSignInWithItsClientAddressLastUseAndLiveSocketsOnAllNodes() {
        String user = moveIn("erin");
        Instant began = clock.instant();
        String laptop = signInFrom(user, "203.0.113.7", "Firefox/1");
        clock.advance(Duration.ofMinutes(2));
        String phone = signInFrom(user, "2001:db8::7", "x".repeat(300));
        clock.advance(Duration.ofMinutes(2));
        try (ClientSocket one = gateway.socket();
                ClientSocket two = other.socket()) {
            one.connect(gateway.ticket(laptop), "[]", "{}");
            two.connect(other.ticket(laptop), "[]", "{}");
            Eventually.holds("both nodes answer", () -> liveSockets(phone).equals(List.of(0L, 2L)));
            List<JsonNode> sessions = sessions(phone);
            JsonNode newest = sessions.getFirst();
            assertThat(newest.get("current").getBooleanValue()).isTrue();
            assertThat(newest.get("address").getStringValue()).isEqualTo("2001:db8::7");
            assertThat(newest.get("client").getStringValue()).isEqualTo("x".repeat(200));
            assertThat(time(newest, "lastUsedAt")).isEqualTo(began.plus(Duration.ofMinutes(2)));
            JsonNode oldest = sessions.getLast();
            assertThat(oldest.get("current").getBooleanValue()).isFalse();
            assertThat(time(oldest, "signedInAt")).isEqualTo(began);
            assertThat(time(oldest, "expiresAt")).isEqualTo(began.plus(Duration.ofHours(12)));
            assertThat(time(oldest, "lastUsedAt")).isEqualTo(clock.instant());
            // the ticket was got by this test's own client, from this machine
            assertThat(oldest.get("address").getStringValue()).isIn("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
            assertThat(oldest.get("client").getStringValue()).startsWith("Java-http-client/");
        }
    }

    @Test
    void signsOneOutRemotelyAndEndsItsSocketsOnBothNodesWithinTwoSeconds() {
        // a machine that stands still for a moment makes one slow, but what waits for something makes them all slow
        Duration quickest = IntStream.range(0, 3)
                .mapToObj(n -> signsOneOut(moveIn("frank-" + n)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(quickest).isLessThan(Duration.ofSeconds(2));
    }

    /** Gives how long it took. */
    private Duration signsOneOut(String user) {
        String lost = gateway.token(user);
        String here = gateway.token(user);
        try (ClientSocket one = gateway.socket();
                ClientSocket two = other.socket();
                ClientSocket own = other.socket()) {
            one.connect(gateway.ticket(lost), "[]", "{}");
            two.connect(gateway.ticket(lost), "[]", "{}");
            own.connect(gateway.ticket(here), "[]", "{}");
            String id = idOf(here, false);
            long before = System.nanoTime();
            assertThat(end(here, id)).isEqualTo(204);
            assertThat(one.closeCode()).isEqualTo(4504);
            assertThat(two.closeCode()).isEqualTo(4504);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertThat(own.ask("\"ping\":{}").get("result")).isNotNull();
            assertThat(gateway.call("GET", "/api/sessions", lost, null).statusCode())
                    .isEqualTo(401);
            assertThat(sessions(here)).hasSize(1);
            assertThat(end(here, id)).isEqualTo(204);
            return took;
        }
    }

    @Test
    void signsOutAllOthersAtOnce() {
        String user = moveIn("grace");
        List<String> others = List.of(gateway.token(user), other.token(user), gateway.token(user));
        String here = other.token(user);
        try (ClientSocket one = gateway.socket();
                ClientSocket own = gateway.socket()) {
            one.connect(gateway.ticket(others.getFirst()), "[]", "{}");
            own.connect(gateway.ticket(here), "[]", "{}");
            HttpResponse<String> answer = other.call("POST", "/api/sessions/sign-out-others", here, null);
            assertThat(answer.body()).isEqualTo("{\"signedOut\":3}");
            assertThat(one.closeCode()).isEqualTo(4504);
            for (String token : others) {
                assertThat(other.call("GET", "/api/sessions", token, null).statusCode())
                        .isEqualTo(401);
            }
            assertThat(own.ask("\"ping\":{}").get("result")).isNotNull();
            assertThat(sessions(here)).hasSize(1);
        }
    }

    @Test
    void neitherShowsNorEndsWhatIsAnothers() {
        String mine = gateway.token(moveIn("heidi"));
        String theirs = gateway.token(moveIn("ivan"));
        HttpResponse<String> answer = gateway.call("DELETE", "/api/sessions/" + idOf(theirs, true), mine, null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                .isEqualTo("NOT_FOUND");
        assertThat(sessions(theirs)).hasSize(1);
        HttpResponse<String> malformed = gateway.call("DELETE", "/api/sessions/me", mine, null);
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(malformed.body()).get("field").getStringValue())
                .isEqualTo("id");
        assertThat(gateway.call("GET", "/api/sessions", null, null).statusCode())
                .isEqualTo(401);
    }

    private String moveIn(String user) {
        FloorPeople.moveIn(gateway.database(), user);
        return user;
    }

    private String signInFrom(String user, String address, String client) {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/session"))
                        .header("X-Forwarded-For", address)
                        .header("User-Agent", client)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, FloorPeople.PASSWORD)))
                        .build());
        return GatewayUnderTest.json(answer.body()).get("accessToken").getStringValue();
    }

    private List<JsonNode> sessions(String token) {
        HttpResponse<String> answer = gateway.call("GET", "/api/sessions", token, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> sessions = new ArrayList<>();
        GatewayUnderTest.json(answer.body()).get("sessions").values().forEach(sessions::add);
        return sessions;
    }

    private List<Long> liveSockets(String token) {
        return sessions(token).stream()
                .map(session -> session.get("liveSockets").getLongValue())
                .toList();
    }

    private String idOf(String token, boolean current) {
        return sessions(token).stream()
                .filter(session -> session.get("current").getBooleanValue() == current)
                .map(session -> session.get("id").getStringValue())
                .findFirst()
                .orElseThrow();
    }

    private int end(String token, String id) {
        return gateway.call("DELETE", "/api/sessions/" + id, token, null).statusCode();
    }

    private static Instant time(JsonNode session, String field) {
        return Instant.parse(session.get(field).getStringValue());
    }
}
