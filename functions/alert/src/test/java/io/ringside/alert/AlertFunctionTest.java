package io.ringside.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function on real servers. */
class AlertFunctionTest {
    /** Messages of a user that the stream keeps: what a gateway replays, and the one before. */
    private static final int KEPT_MAX = 1_001;

    private static AlertFloor floor;

    @BeforeAll
    static void start() {
        floor = new AlertFloor();
    }

    @AfterAll
    static void stop() {
        floor.close();
    }

    @BeforeEach
    void openUser() {
        floor.openUser();
    }

    @Test
    void anAlertIsKeptInTheBookAndInTheStreamUntilItIsAcknowledged() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        Message raised = floor.push("alert.raised");
        assertThat(floor.kept()).containsExactly("alert.raised");
        assertThat(floor.rows()).containsExactly("c-1|1|-");

        floor.acknowledge("k-1", Alarms.id(floor.user, "c-1"));

        AlertsAcknowledged outcome =
                OwnServers.decoded(floor.push("alert.acknowledged").getData(), AlertsAcknowledged.class);
        assertThat(outcome.alertIds())
                .containsExactly(
                        OwnServers.decoded(raised.getData(), AlertState.class).alertId());
        assertThat(floor.kept()).containsExactly("alert.acknowledged");
        assertThat(floor.rows()).containsExactly("c-1|1|" + floor.user);
        assertThat(floor.servers.stored("EVENTS", "evt.alert.*.*." + floor.user + ".>", AlertState.class))
                .extracting(AlertState::version, AlertState::acknowledgedBy)
                .containsExactly(tuple(1L, null), tuple(2L, floor.user));
    }

    @Test
    void whoListensFindsNoGapWhereTheStreamForgetsWhatIsSettled() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.raise(Alarms.rejected(floor.user, "c-2"));
        floor.acknowledge("k-1", Alarms.id(floor.user, "c-1"), Alarms.id(floor.user, "c-2"));
        floor.push("alert.acknowledged");
        floor.raise(Alarms.rejected(floor.user, "c-3"));

        List<Message> told = floor.live.await(4, Eventually.DEADLINE);
        assertThat(told.stream().map(AlertFloor::type))
                .containsExactly("alert.raised", "alert.raised", "alert.acknowledged", "alert.raised");
        for (int i = 1; i < told.size(); i++) {
            assertThat(AlertFloor.header(told.get(i), Headers.LAST_SEQUENCE))
                    .isEqualTo(AlertFloor.header(told.get(i - 1), Headers.SEQUENCE));
        }
        assertThat(floor.kept()).containsExactly("alert.acknowledged", "alert.raised");
    }

    @Test
    void whatIsRaisedTwiceIsRaisedOnce() {
        floor.raise(Alarms.rejected(floor.user, "c-1"), "first");
        floor.push("alert.raised");
        floor.raise(Alarms.rejected(floor.user, "c-1"), "second");
        floor.raise(Alarms.reached(floor.user, "c-2", 90));
        floor.raise(Alarms.reached(floor.user, "c-3", 90));
        floor.push("alert.repeated");

        assertThat(floor.kept()).containsExactly("alert.raised", "alert.raised", "alert.repeated");
        assertThat(floor.rows()).containsExactly("c-1|1|-", "c-3|2|-");
    }

    @Test
    void whatWasCommittedButNotPublishedIsPublishedInItsOrderByWhoeverComesNext() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.acknowledge("k-1", Alarms.id(floor.user, "c-1"));
        floor.push("alert.acknowledged");
        floor.raise(Alarms.rejected(floor.user, "c-2"));
        Eventually.holds("all is told", () -> floor.kept().size() == 2);

        floor.restart(() -> {
            floor.loseAlerts();
            floor.forgetPublications();
        });
        floor.raise(Alarms.rejected(floor.user, "c-3"));

        // By what it holds, not by how much: a reading may begin before an acknowledgement settles what came first.
        List<String> all = List.of("alert.acknowledged", "alert.raised", "alert.raised");
        Eventually.holds("it goes on", () -> floor.kept().equals(all));
        assertThat(floor.rows()).containsExactly("c-1|1|" + floor.user, "c-2|1|-", "c-3|1|-");
    }

    @Test
    void aUserWhoNeverAcknowledgesLosesTheOldestOfTheStreamAndHoldsUpNobody() {
        for (int i = 1; i <= KEPT_MAX; i++) {
            floor.servers.send(Subjects.alerts(floor.user), floor.user + '/' + i, new byte[] {'{', '}'});
        }
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.push("alert.raised");

        assertThat(floor.kept()).hasSize(KEPT_MAX).endsWith("alert.raised");
        assertThat(floor.rows()).containsExactly("c-1|1|-");
    }

    @Test
    void anAcknowledgementThatSpeaksForAnotherIsRefusedToItsSender() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.push("alert.raised");
        String sender = "mallory-" + floor.user;
        floor.acknowledge(sender, new AcknowledgeAlerts("k-1", floor.user, List.of(Alarms.id(floor.user, "c-1"))));

        AlertRefused refused = floor.refused(sender);
        assertThat(refused)
                .isEqualTo(new AlertRefused(
                        "k-1",
                        sender,
                        List.of(),
                        "MALFORMED",
                        "user is not the one who sent the command.",
                        refused.at()));
        assertThat(floor.refusedNothing(floor.user)).isTrue();
        assertThat(floor.rows()).containsExactly("c-1|1|-");
    }

    @Test
    void whoAsksAgainLongAfterIsAnsweredAgainAndWhatCameSinceStands() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        AcknowledgeAlerts command = new AcknowledgeAlerts("k-1", floor.user, List.of(Alarms.id(floor.user, "c-1")));
        floor.acknowledge(floor.user, command);
        Message outcome = floor.push("alert.acknowledged");
        floor.loseAlerts();
        floor.raise(Alarms.rejected(floor.user, "c-2"));
        Eventually.holds("another stands", () -> floor.kept().size() == 1);
        floor.live.clear();

        floor.send(floor.user, "long-after/" + floor.user, command);

        assertThat(floor.push("alert.acknowledged").getData()).isEqualTo(outcome.getData());
        assertThat(floor.kept()).containsExactly("alert.raised", "alert.acknowledged");
        assertThat(floor.rows()).containsExactly("c-1|1|" + floor.user, "c-2|1|-");
    }

    @Test
    void anotherAcknowledgementUnderAnIdThatWasUsedIsRefused() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.raise(Alarms.rejected(floor.user, "c-2"));
        floor.acknowledge("k-1", Alarms.id(floor.user, "c-1"));
        floor.acknowledge("k-1", Alarms.id(floor.user, "c-2"));

        AlertRefused refused = floor.refused(floor.user);
        assertThat(refused)
                .isEqualTo(new AlertRefused(
                        "k-1",
                        floor.user,
                        List.of(),
                        "DUPLICATE_ID",
                        RejectReason.DUPLICATE_ID.sentence(),
                        refused.at()));
        assertThat(floor.rows()).containsExactly("c-1|1|" + floor.user, "c-2|1|-");
    }

    @Test
    void anAcknowledgementThatCannotBeReadIsUnderInvestigationAndItsSenderIsTold() {
        String id = "x".repeat(36);
        String sender = "mallory-" + floor.user;
        String raw = "{\"clientCommandId\":\"" + id + "yz\",\"alertIds\":\"all\"}";
        floor.send(sender, "unreadable/" + floor.user, raw.getBytes(StandardCharsets.UTF_8));

        AlertRefused refused = floor.refused(sender);
        assertThat(refused)
                .isEqualTo(new AlertRefused(
                        id,
                        sender,
                        List.of(),
                        "UNDER_INVESTIGATION",
                        RejectReason.UNDER_INVESTIGATION.sentence(),
                        refused.at()));
        assertThat(floor.refusedNothing(floor.user)).isTrue();
        assertThat(StoredMessages.in(floor.servers.connection, "DEADLETTERS", "dlq.alert"))
                .hasSize(1);
    }

    @Test
    void operatorsSeeHowManyWait() {
        floor.database.execute("update alert.alert set acknowledged_at = last_at, acknowledged_by = trader");
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.raise(Alarms.reached(floor.user, "c-2", 75));
        Eventually.holds("both are kept", () -> floor.rows().size() == 2);

        floor.counter().count();

        assertThat(floor.metrics().get("ringside.alert.unacknowledged").gauges())
                .extracting(gauge -> gauge.getId().getTag("severity") + gauge.value())
                .containsExactlyInAnyOrder("critical1.0", "warning1.0");
    }
}
