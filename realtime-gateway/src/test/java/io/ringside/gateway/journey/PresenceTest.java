package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.contracts.presence.PresenceTick;
import io.ringside.testkit.StoredMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway tells of its users, and what it tells them; the test keeps the book itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private GatewayUnderTest gateway;
    private HeardTicks ticks;
    private long sequence;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        ticks = HeardTicks.on(gateway.nats());
    }

    @AfterAll
    void stop() {
        ticks.close();
        gateway.close();
    }

    @Test
    void renewsAllWithAnEmptyTickAndTellsTheWholeWhenAsked() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            socket.ask("\"presence\":{\"idleSeconds\":55}");
            ticks.await(tick -> HeardTicks.quietMs(tick, "alice") >= 55_000);
            ticks.clear();
            ticks.await(tick ->
                    !tick.whole() && tick.here().isEmpty() && tick.gone().isEmpty());
            gateway.nats().publish(Subjects.PRESENCE_ASKED, new byte[0]);
            ticks.await(tick -> tick.whole() && HeardTicks.quietMs(tick, "alice") >= 55_000);
            List<PresenceTick> all = ticks.all();
            assertThat(all.stream().map(PresenceTick::node).distinct()).hasSize(1);
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i).sequence()).isEqualTo(all.get(i - 1).sequence() + 1);
            }
        }
    }

    @Test
    void saysHowEverybodyIsSeenAndWhatOneChose() {
        keep("bob", PresenceStatus.OFFLINE, "gone fishing", 4);
        gateway.database()
                .execute("insert into presence.choice values ('alice', 'BUSY', 'in a call', 2, now())"
                        + " on conflict do nothing");
        JsonNode answer = GatewayUnderTest.json(gateway.call("GET", "/api/presence", gateway.token("alice"), null)
                .body());
        assertThat(answer.get("own"))
                .isEqualTo(GatewayUnderTest.json("{\"status\":\"BUSY\",\"message\":\"in a call\",\"version\":2}"));
        assertThat(person(answer.get("users"), "bob")).isEqualTo(GatewayUnderTest.json("""
                        {"user":"bob","name":"Bob","firm":"kestrel","firmName":"Kestrel","status":"OFFLINE",\
                        "message":"gone fishing","since":"2026-11-22T12:00:00Z","lastSeenAt":"2026-11-22T12:00:00Z",\
                        "version":4}"""));
        assertThat(gateway.call("GET", "/api/presence", null, null).statusCode())
                .isEqualTo(401);
        JsonNode others = GatewayUnderTest.json(
                gateway.call("GET", "/api/presence", gateway.token("bob"), null).body());
        assertThat(others.get("own").get("status").getStringValue()).isEqualTo("AUTO");
    }

    @Test
    void sendsTheWholeFirstAndThenWhatChangesInNumberedBatches() {
        keep("bob", PresenceStatus.ACTIVE, null, 10);
        try (ClientSocket socket = gateway.connect("alice", "[\"presence\"]", "{}")) {
            JsonNode whole = socket.push("presence");
            assertThat(whole.get("type").getStringValue()).isEqualTo("presence.list");
            assertThat(person(whole.get("data").get("people"), "bob")
                            .get("version")
                            .getLongValue())
                    .isGreaterThanOrEqualTo(10);
            keep("bob", PresenceStatus.BUSY, "pricing", 20);
            tell(state("bob", PresenceStatus.BUSY, "pricing", 20));
            JsonNode changed = socket.push("presence");
            assertThat(changed.get("type").getStringValue()).isEqualTo("presence.changed");
            assertThat(changed.get("data").get("batch").getLongValue())
                    .isEqualTo(whole.get("data").get("batch").getLongValue() + 1);
            assertThat(person(changed.get("data").get("people"), "bob")
                            .get("message")
                            .getStringValue())
                    .isEqualTo("pricing");

            keep("bob", PresenceStatus.AWAY, null, 30);
            sequence++;
            tell();
            JsonNode read = socket.push("presence");
            assertThat(person(read.get("data").get("people"), "bob")
                            .get("status")
                            .getStringValue())
                    .as("what was missed is read")
                    .isEqualTo("AWAY");
        }
    }

    @Test
    void takesACommandForNobodyButItsSender() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            JsonNode received = socket.ask(command("\"clientCommandId\":\"s-1\",\"status\":\"BUSY\",\"message\":\"x\""))
                    .get("result")
                    .get("received");
            assertThat(received.get("commandId").getStringValue()).isEqualTo("s-1");
            JsonNode refused = socket.ask(command("\"clientCommandId\":\"s-2\",\"status\":\"BUSY\",\"user\":\"bob\""))
                    .get("error");
            assertThat(refused.get("field").getStringValue()).isEqualTo("user");
            assertThat(StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.presence.>").stream()
                            .map(message ->
                                    new String(Objects.requireNonNull(message.getData()), StandardCharsets.UTF_8)))
                    .containsExactly(
                            "{\"clientCommandId\":\"s-1\",\"user\":\"alice\",\"status\":\"BUSY\",\"message\":\"x\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\\nlines", "\\u202eturned"})
    void refusesAMessageThatNobodyShouldRead(String message) {
        String body = "{\"clientCommandId\":\"m-1\",\"status\":\"AUTO\",\"message\":\"" + message + "\"}";
        var answer = gateway.call("POST", "/api/presence", gateway.token("bob"), body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo("message");
    }

    private static String command(String fields) {
        return "\"command\":{\"type\":\"presence.set\",\"body\":{" + fields + "}}";
    }

    private void keep(String user, PresenceStatus status, @Nullable String message, long version) {
        String words = message == null ? "null" : "'" + message + "'";
        String seen = status == PresenceStatus.OFFLINE ? "'" + NOON + "'" : "null";
        gateway.database()
                .execute("insert into presence.person values ('%s', '%s', %s, '%s', %s, %d)"
                                .formatted(user, status, words, NOON, seen, version)
                        + " on conflict (trader) do update set status = excluded.status, message = excluded.message,"
                        + " last_seen_at = excluded.last_seen_at, version = excluded.version");
    }

    private void tell(PresenceState... people) {
        gateway.nats()
                .publish(
                        Subjects.PRESENCE_CHANGED,
                        Wire.encode(new PresenceChanged("teller", ++sequence, List.of(people))));
    }

    private static PresenceState state(String user, PresenceStatus status, @Nullable String message, long version) {
        return new PresenceState(user, status, message, NOON, null, version);
    }

    private static JsonNode person(JsonNode people, String user) {
        for (JsonNode person : people.values()) {
            if (person.get("user").getStringValue().equals(user)) {
                return person;
            }
        }
        throw new AssertionError(user + " is not among " + people);
    }
}
