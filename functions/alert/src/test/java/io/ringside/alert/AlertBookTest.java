package io.ringside.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertBookTest {
    private static final Instant NOON = AnOrder.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);
    private final AlertBook book = new AlertBook(Map.of(), Map.of());

    @Test
    void aRejectedOrderIsAnAlertOfItsOwn() {
        book.raise(Alarms.rejected("alice", "c-1"), NOON);
        Decision second = book.raise(Alarms.rejected("alice", "c-2"), LATER);

        assertThat(second.outcome()).isEqualTo("raised");
        assertThat(told(second)).containsExactly("alert.raised", "alert.raised");
        assertThat(states(second)).containsOnly(new AlertStateLine("c-2", 1, LATER, LATER, 1));
        assertThat(book.changed()).hasSize(2);
    }

    @Test
    void aLevelThatStandsUnacknowledgedIsCountedAndNotRaisedAgain() {
        book.raise(Alarms.reached("alice", "c-1", 75), NOON);
        Decision again = book.raise(Alarms.reached("alice", "c-2", 75), LATER);

        assertThat(again.outcome()).isEqualTo("repeated");
        assertThat(told(again)).containsExactly("alert.repeated");
        assertThat(states(again)).containsExactly(new AlertStateLine("c-2", 2, NOON, LATER, 2));
        assertThat(book.changed()).extracting(AlertState::alertId).containsExactly(Alarms.id("alice", "c-1"));
    }

    @Test
    void anotherLevelUserAccountOrInstrumentIsAnotherAlert() {
        book.raise(Alarms.reached("alice", "c-1", 75), NOON);

        List<RaiseAlert> others = List.of(
                Alarms.reached("alice", "c-2", 90),
                Alarms.reached("bob", "c-3", 75),
                Alarms.reached("alice", "c-4", 75, "ACC2", "TIN"),
                Alarms.reached("alice", "c-5", 75, "ACC1", "NI"));
        assertThat(others)
                .allSatisfy(
                        other -> assertThat(book.raise(other, NOON).outcome()).isEqualTo("raised"));
    }

    @Test
    void whatIsAcknowledgedIsArmedAgain() {
        book.raise(Alarms.reached("alice", "c-1", 75), NOON);
        acknowledge("alice", Alarms.id("alice", "c-1"));

        assertThat(book.raise(Alarms.reached("alice", "c-2", 75), LATER).outcome())
                .isEqualTo("raised");
    }

    @Test
    void theAcknowledgementThatLeavesNothingTakesThePlaceOfWhatItSettles() {
        book.raise(Alarms.rejected("alice", "c-1"), NOON);
        book.raise(Alarms.rejected("alice", "c-2"), NOON);
        Decision first = acknowledge("alice", Alarms.id("alice", "c-1"));
        Decision last = acknowledge("alice", Alarms.id("alice", "c-2"), Alarms.id("alice", "c-2"));

        assertThat(first.emissions())
                .extracting(Emission::type, Emission::rollsUp)
                .containsExactly(tuple("alert.acknowledged", false), tuple("alert.acknowledged", false));
        assertThat(last.emissions())
                .extracting(Emission::type, Emission::rollsUp)
                .containsExactly(tuple("alert.acknowledged", false), tuple("alert.acknowledged", true));
        assertThat(outcome(last))
                .isEqualTo(new AlertsAcknowledged(
                        "k-1", "alice", List.of(Alarms.id("alice", "c-2")), List.of(), 0, LATER));
        assertThat(book.changed())
                .extracting(AlertState::acknowledgedAt, AlertState::acknowledgedBy, AlertState::version)
                .containsOnly(tuple(LATER, "alice", 2L));
    }

    @Test
    void whatWasAcknowledgedBeforeIsSaidToBe() {
        book.raise(Alarms.rejected("alice", "c-1"), NOON);
        String alert = Alarms.id("alice", "c-1");
        acknowledge("alice", alert);

        Decision again = acknowledge("alice", alert);

        assertThat(told(again)).containsExactly("alert.acknowledged");
        assertThat(outcome(again))
                .isEqualTo(new AlertsAcknowledged("k-1", "alice", List.of(), List.of(alert), 0, LATER));
    }

    @Test
    void whatIsUnknownOrAnothersIsRefusedAndTheRestTakesEffect() {
        book.raise(Alarms.rejected("alice", "c-1"), NOON);
        book.raise(Alarms.rejected("bob", "c-1"), NOON);
        String own = Alarms.id("alice", "c-1");
        String bobs = Alarms.id("bob", "c-1");

        Decision decision = acknowledge("alice", "nothing", own, bobs);

        assertThat(decision.emissions()).extracting(Emission::subject).last().isEqualTo("alert.alice");
        assertThat(outcome(decision).alertIds()).containsExactly(own);
        assertThat((AlertRefused) decision.emissions().get(1).body())
                .isEqualTo(new AlertRefused(
                        "k-1",
                        "alice",
                        List.of("nothing", bobs),
                        "UNKNOWN_ALERT",
                        "There is no such alert, or it is not yours.",
                        LATER));
        assertThat(told(acknowledge("alice", bobs))).containsExactly("alert.refused");
    }

    @Test
    void aClockThatStepsBackPutsNothingBeforeWhatCameBefore() {
        Instant earlier = NOON.minusSeconds(60);
        book.raise(Alarms.reached("alice", "c-1", 75), NOON);
        Decision again = book.raise(Alarms.reached("alice", "c-2", 75), earlier);
        assertThat(states(again)).containsExactly(new AlertStateLine("c-2", 2, NOON, NOON, 2));

        String alert = Alarms.id("alice", "c-1");
        Decision done = book.acknowledge(new AcknowledgeAlerts("k-1", "alice", List.of(alert)), earlier);

        assertThat(book.changed())
                .extracting(AlertState::raisedAt, AlertState::lastAt, AlertState::acknowledgedAt)
                .containsExactly(tuple(NOON, NOON, NOON));
        assertThat(outcome(done))
                .isEqualTo(new AlertsAcknowledged("k-1", "alice", List.of(alert), List.of(), 0, earlier));
    }

    private Decision acknowledge(String user, String... alerts) {
        return book.acknowledge(new AcknowledgeAlerts("k-1", user, List.of(alerts)), LATER);
    }

    private static AlertsAcknowledged outcome(Decision decision) {
        return (AlertsAcknowledged) decision.emissions().getLast().body();
    }

    private static List<String> told(Decision decision) {
        return decision.emissions().stream().map(Emission::type).toList();
    }

    /** What changes about an alert. */
    private record AlertStateLine(String order, long count, Instant raisedAt, Instant lastAt, long version) {}

    private static List<AlertStateLine> states(Decision decision) {
        return decision.emissions().stream()
                .map(emission -> (AlertState) emission.body())
                .map(state -> new AlertStateLine(
                        String.valueOf(state.clientOrderId()),
                        state.count(),
                        state.raisedAt(),
                        state.lastAt(),
                        state.version()))
                .toList();
    }
}
