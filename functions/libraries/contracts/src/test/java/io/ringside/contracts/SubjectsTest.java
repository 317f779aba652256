package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {
    private static final String ACCOUNT = "HARBOUR-1";
    private static final int PARTITION = Partitions.of(ACCOUNT);

    @Test
    void kindComesFirstThenFeatureVerbPartitionAndKeys() {
        assertThat(Subjects.orderCommand("submit", ACCOUNT)).isEqualTo("cmd.order.submit." + PARTITION + ".HARBOUR-1");
        assertThat(Subjects.orderFact("accepted", ACCOUNT, "o1"))
                .isEqualTo("evt.order.accepted." + PARTITION + ".HARBOUR-1.o1");
        assertThat(Subjects.tradeFact(ACCOUNT, "o1")).isEqualTo("evt.trade.booked." + PARTITION + ".HARBOUR-1.o1");
        assertThat(Subjects.venueFact("expired", ACCOUNT, "o1"))
                .isEqualTo("evt.venue.expired." + PARTITION + ".HARBOUR-1.o1");
        assertThat(Subjects.positionFact(ACCOUNT, "ADA-XBT"))
                .isEqualTo("evt.position.changed." + PARTITION + ".HARBOUR-1.ADA-XBT");
    }

    @Test
    void whatConcernsARequestForQuotesCarriesItsPartitionAndWhatItsPartiesTradeThatOfTheirAccounts() {
        int partition = Partitions.of("r1");

        assertThat(Subjects.rfqCommand("quote", "r1")).isEqualTo("cmd.rfq.quote." + partition + ".r1");
        assertThat(Subjects.rfqFact("quoted", "r1")).isEqualTo("evt.rfq.quoted." + partition + ".r1");
        assertThat(Subjects.negotiatedTradeFact(ACCOUNT, "r1"))
                .isEqualTo("evt.trade.negotiated." + PARTITION + ".HARBOUR-1.r1");
        assertThat(Subjects.unusedReservationFact(ACCOUNT, "q-1"))
                .isEqualTo("evt.reservation.unused." + PARTITION + ".HARBOUR-1.q-1");
    }

    @Test
    void whatOperatorsTellHasTheIdOfTheNotificationLast() {
        assertThat(SystemSubjects.notification("n-1")).isEqualTo("system.notification.n-1");
        assertThatThrownBy(() -> SystemSubjects.notification("n.1")).hasMessage("not a subject token: 'n.1'");
    }

    @Test
    void aTimerBecomesTheCommandOfItsNameWhenItIsDue() {
        String timer = TimerSubjects.timer("rfq", "expire", "r1");

        assertThat(timer).isEqualTo("timer.rfq.expire." + Partitions.of("r1") + ".r1");
        assertThat(TimerSubjects.due(timer)).isEqualTo("due.rfq.expire." + Partitions.of("r1") + ".r1");
        assertThat(TimerSubjects.commandOf(TimerSubjects.due(timer))).isEqualTo(Subjects.rfqCommand("expire", "r1"));
        assertThat(TimerSubjects.commandOf(TimerSubjects.due(TimerSubjects.venueTimer("TIN", "o1"))))
                .isEqualTo(Subjects.venueCommand("close", "TIN") + ".o1");
        assertThatThrownBy(() -> TimerSubjects.commandOf(timer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVenueCommandCarriesThePartitionOfItsInstrument() {
        assertThat(Subjects.venueCommand("enter", "ADA-XBT"))
                .isEqualTo("cmd.venue.enter." + Partitions.of("ADA-XBT") + ".ADA-XBT");
        assertThat(Subjects.venueCommand("fix", "enter", "ADA-XBT"))
                .isEqualTo("cmd.fix.enter." + Partitions.of("ADA-XBT") + ".ADA-XBT");
    }

    @Test
    void presenceIsSetInThePartitionOfItsUserAndToldByNode() {
        assertThat(Subjects.presenceCommand("set", "alice"))
                .isEqualTo("cmd.presence.set." + Partitions.of("alice") + ".alice");
        assertThat(Subjects.presenceTick("n1")).isEqualTo("presence.tick.n1");
    }

    @Test
    void anAlertIsRaisedAndToldInThePartitionOfItsUser() {
        int partition = Partitions.of("alice");

        assertThat(Subjects.alertCommand("raise", "alice")).isEqualTo("cmd.alert.raise." + partition + ".alice");
        assertThat(Subjects.alertFact("raised", "alice", "a1"))
                .isEqualTo("evt.alert.raised." + partition + ".alice.a1");
        assertThat(Subjects.alerts("alice")).isEqualTo("alert.alice");
        assertThat(Subjects.liveAlerts("alice")).isEqualTo("live.alert.alice");
    }

    @Test
    void whatIsNotPartitionedIsNamedByItsKeyAlone() {
        assertThat(Subjects.inbox("alice")).isEqualTo("user.alice");
        assertThat(Subjects.liveInbox("alice")).isEqualTo("live.user.alice");
        assertThat(Subjects.quote("ADA-XBT")).isEqualTo("quote.ADA-XBT");
        assertThat(Subjects.valuation(ACCOUNT)).isEqualTo("valuation.HARBOUR-1");
        assertThat(Subjects.query("position", "list")).isEqualTo("qry.position.list");
        assertThat(Subjects.deadLetter("order-submit")).isEqualTo("dlq.order-submit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "*", ">", "two words", "a\nb"})
    void aTextThatWouldChangeTheSubjectIsRefused(String text) {
        assertThat(Subjects.isToken(text)).isFalse();
        assertThatThrownBy(() -> Subjects.inbox(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a subject token: '" + text + "'");
    }

    @Test
    void aTokenHasAtMost64Characters() {
        assertThat(Subjects.isToken("x".repeat(64))).isTrue();
        assertThat(Subjects.isToken("x".repeat(65))).isFalse();
    }

    @Test
    void theFilterOfAPartitionFitsItsSubjectsOnly() {
        assertThat(Subjects.partitionFilter("cmd", "order", "submit", 3)).isEqualTo("cmd.order.submit.3.>");
    }

    @ParameterizedTest
    @CsvSource({"cmd.order.submit.3.ACC,3", "evt.order.accepted.15.ACC.o1,15", "evt.order.accepted.0.ACC.o1,0"})
    void thePartitionIsReadOffTheSubject(String subject, int partition) {
        assertThat(Subjects.partitionOf(subject)).contains(partition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd.order.submit.3",
                "cmd.order.submit.16.ACC",
                "cmd.order.submit.-1.ACC",
                "cmd.order.submit.x.ACC"
            })
    void aSubjectWithoutAPartitionHasNone(String subject) {
        assertThat(Subjects.partitionOf(subject)).isEmpty();
    }

    @Test
    void theVerbIsTheThirdToken() {
        assertThat(Subjects.verbOf("cmd.order.submit.3.ACC")).isEqualTo("submit");
        assertThatThrownBy(() -> Subjects.verbOf("quote.ADA-XBT"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quote.ADA-XBT");
    }
}
