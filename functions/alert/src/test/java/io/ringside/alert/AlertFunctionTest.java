package io.ringside.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function on real servers. */
class AlertFunctionTest {
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
    void whatWasCommittedButNotPublishedIsPublishedOnceByWhoeverComesNext() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.acknowledge("k-1", Alarms.id(floor.user, "c-1"));
        floor.push("alert.acknowledged");
        floor.raise(Alarms.rejected(floor.user, "c-2"));
        Eventually.holds("all is told", () -> floor.kept().size() == 2);

        floor.restart(() -> floor.database.execute("update runtime.partition set published = 0"));
        floor.raise(Alarms.rejected(floor.user, "c-3"));

        Eventually.holds("it goes on", () -> floor.kept().size() == 3);
        assertThat(floor.kept()).containsExactly("alert.acknowledged", "alert.raised", "alert.raised");
        assertThat(floor.rows()).containsExactly("c-1|1|" + floor.user, "c-2|1|-", "c-3|1|-");
    }

    @Test
    void anAcknowledgementThatSpeaksForAnotherIsRefusedToItsSender() {
        floor.raise(Alarms.rejected(floor.user, "c-1"));
        floor.push("alert.raised");
        AcknowledgeAlerts command = new AcknowledgeAlerts("k-1", "somebody", List.of(Alarms.id(floor.user, "c-1")));
        floor.acknowledge("somebody", command);

        AlertRefused refused = OwnServers.decoded(floor.refused().getData(), AlertRefused.class);
        assertThat(refused.reason()).isEqualTo("MALFORMED");
        assertThat(floor.rows()).containsExactly("c-1|1|-");
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
