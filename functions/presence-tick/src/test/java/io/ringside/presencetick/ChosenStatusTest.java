package io.ringside.presencetick;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Partitions;
import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceChosen;
import io.ringside.contracts.presence.PresenceRefused;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What users choose by hand. Each test has a user of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenStatusTest {
    private PresenceFloor floor;
    private GatewayNode gateway;

    @BeforeAll
    void start() {
        floor = new PresenceFloor(Map.of());
        gateway = floor.gateway("n1");
    }

    @AfterAll
    void stop() {
        gateway.close();
        floor.close();
    }

    @Test
    void showsWhatWasChosenAndTellsItsSenderOnEveryDevice() {
        gateway.here("alice");
        floor.choose("alice", "s-1", PresenceChoice.BUSY, "closing the month");
        floor.awaitSeen("alice", "BUSY closing the month");
        PresenceChosen told = floor.servers
                .stored("INBOX", "user.alice", PresenceChosen.class)
                .getLast();
        assertThat(told)
                .isEqualTo(new PresenceChosen("s-1", "alice", PresenceChoice.BUSY, "closing the month", 1, told.at()));

        floor.choose("alice", "s-2", PresenceChoice.AUTO, null);
        floor.awaitSeen("alice", "ACTIVE");
        assertThat(floor.servers.database.rows("select status, version from presence.choice where trader = 'alice'"))
                .containsExactly("AUTO|2");
    }

    @Test
    void keepsAChoiceAcrossSessionsAndARestart() {
        try (PresenceFloor own = new PresenceFloor(Map.of());
                GatewayNode node = own.gateway("n1")) {
            node.here("bob");
            own.choose("bob", "s-1", PresenceChoice.AWAY, "at the dentist");
            own.awaitSeen("bob", "AWAY at the dentist");
            node.gone("bob");
            node.here("marker");
            own.awaitSeen("marker", "ACTIVE");
            own.advance(Duration.ofSeconds(2));
            own.awaitSeen("bob", "OFFLINE at the dentist");
            own.restart();
            node.here("bob");
            own.awaitSeen("bob", "AWAY at the dentist");
        }
    }

    @Test
    void appearsOfflineThoughConnected() {
        gateway.here("carol");
        floor.awaitSeen("carol", "ACTIVE");
        floor.choose("carol", "s-1", PresenceChoice.OFFLINE, null);
        floor.awaitSeen("carol", "OFFLINE");
        gateway.here("carol", "carols-marker");
        floor.awaitSeen("carols-marker", "ACTIVE");
        assertThat(floor.toldOf("carol"))
                .extracting(PresenceState::status)
                .containsExactly(PresenceStatus.ACTIVE, PresenceStatus.OFFLINE);
    }

    @Test
    void setsNobodyElsesStatus() {
        floor.send("eve", "dave", new SetPresence("s-1", "dave", PresenceChoice.OFFLINE, null));
        floor.send("eve", "dave", new SetPresence("s-2", "eve", PresenceChoice.OFFLINE, null));
        assertThat(refusals("eve", 2))
                .extracting(PresenceRefused::reason, PresenceRefused::text)
                .containsOnly(Tuple.tuple("MALFORMED", "user is not the one who sent the command."));
        assertThat(refusals("dave", 0)).isEmpty();
        assertThat(floor.servers.database.rows("select * from presence.choice where trader in ('dave', 'eve')"))
                .isEmpty();
    }

    @Test
    void refusesAMessageThatNobodyShouldRead() {
        floor.choose("erin", "s-1", PresenceChoice.BUSY, "two\nlines");
        floor.choose("erin", "s-2", PresenceChoice.BUSY, "x".repeat(141));
        floor.choose("erin", "s-3", PresenceChoice.BUSY, "x".repeat(140));
        floor.awaitSeen("erin", "OFFLINE " + "x".repeat(140));
        assertThat(refusals("erin", 2)).extracting(PresenceRefused::commandId).containsExactly("s-1", "s-2");
    }

    @Test
    void tellsNoMoreOfAnIdThanAnIdHas() {
        String id = "x".repeat(36);
        floor.choose("ivan", id + "and more", PresenceChoice.BUSY, null);
        assertThat(refusals("ivan", 1))
                .extracting(PresenceRefused::commandId, PresenceRefused::reason)
                .containsExactly(Tuple.tuple(id, "MALFORMED"));
    }

    @Test
    void hasOneEffectForACommandThatIsSentTwiceAndNoneForAnotherUnderItsId() {
        gateway.here("frank");
        floor.choose("frank", "s-1", PresenceChoice.BUSY, "one");
        floor.awaitSeen("frank", "BUSY one");
        floor.servers.send(
                "cmd.presence.set." + Partitions.of("frank") + ".frank",
                "sent-again",
                "frank",
                new SetPresence("s-1", "frank", PresenceChoice.BUSY, "one"));
        floor.choose("frank", "s-1", PresenceChoice.AWAY, "another");
        assertThat(refusals("frank", 1).getFirst().reason()).isEqualTo("DUPLICATE_ID");
        assertThat(floor.servers.database.rows(
                        "select status, message, version from presence.choice where trader = 'frank'"))
                .containsExactly("BUSY|one|1");
    }

    @Test
    void tellsTheSenderOfACommandThatCannotBeRead() {
        floor.servers.send(
                "cmd.presence.set." + Partitions.of("grace") + ".grace",
                "unreadable",
                "heidi",
                "{\"clientCommandId\":\"s-9\",\"status\":\"DANCING\"}".getBytes(StandardCharsets.UTF_8));
        PresenceRefused refused = refusals("heidi", 1).getFirst();
        assertThat(List.of(refused.commandId(), refused.reason())).containsExactly("s-9", "UNDER_INVESTIGATION");
        assertThat(StoredMessages.in(floor.servers.connection, "DEADLETTERS", "dlq.presence-tick"))
                .hasSize(1);
    }

    private List<PresenceRefused> refusals(String user, int count) {
        Eventually.holds(
                count + " refusals of " + user,
                () -> StoredMessages.in(floor.servers.connection, "INBOX", "user." + user).stream()
                                .filter(message -> "presence.refused".equals(type(message)))
                                .count()
                        == count);
        return StoredMessages.in(floor.servers.connection, "INBOX", "user." + user).stream()
                .filter(message -> "presence.refused".equals(type(message)))
                .map(message -> OwnServers.decoded(message, PresenceRefused.class))
                .toList();
    }

    private static @Nullable String type(MessageInfo message) {
        return message.getHeaders() == null ? null : message.getHeaders().getFirst(Headers.TYPE);
    }
}
