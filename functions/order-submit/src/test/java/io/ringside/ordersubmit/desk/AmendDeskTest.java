package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static io.ringside.ordersubmit.desk.AmendScene.approved;
import static io.ringside.ordersubmit.desk.AmendScene.refusal;
import static io.ringside.ordersubmit.desk.AmendScene.request;
import static io.ringside.ordersubmit.desk.AmendScene.six;
import static io.ringside.ordersubmit.desk.AmendScene.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an amend does to an order, and what is told of it. */
class AmendDeskTest {
    private final AmendScene scene = new AmendScene();

    @Test
    void tellsTheSystemTheOwnerAndTheSenderAndStandsOnTheOldTerms() {
        scene.accept();
        Decision decision = scene.amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));

        assertThat(decision.saw()).isEqualTo("approved, limit version 1, reference price 100.00");
        assertThat(decision.emissions())
                .extracting(Emission::subject, Emission::type)
                .containsExactly(
                        tuple(Subjects.orderFact("amend-requested", "ACC1", "o-1"), "order.amend-requested"),
                        tuple("user.alice", "order.updated"),
                        tuple("user.bob", "order.updated"));
        OrderState pending = state(decision);
        assertThat(pending.status()).isEqualTo(OrderStatus.PENDING_REPLACE);
        assertThat(pending.quantity()).isEqualTo("4.0");
        assertThat(pending.limitPrice()).isEqualTo("100.00");
        assertThat(pending.pendingTerms()).isEqualTo(new OrderState.PendingTerms("6.0", "101.00"));

        Decision replaced = scene.venue.replaced(six().replaced("6"), NOON);
        assertThat(replaced.emissions())
                .extracting(Emission::subject)
                .containsExactly(Subjects.orderFact("replaced", "ACC1", "o-1"), "user.alice", "user.bob");
        assertThat(state(replaced).quantity()).isEqualTo("6.0");
        assertThat(state(replaced).leaves()).isEqualTo("6.0");
        assertThat(state(replaced).limitPrice()).isEqualTo("101.00");
        assertThat(state(replaced).status()).isEqualTo(OrderStatus.NEW);
        assertThat(state(replaced).amendId()).isEqualTo("c-2");
        assertThat(state(replaced).pendingTerms()).isNull();
    }

    @Test
    void givesBackWhatWasReservedForAnAmendThatIsRefusedForAnotherReason() {
        scene.accept();
        scene.desk.cancel(new CancelOrder("c-9", "c-1", "ACC1", "alice"), NOON);
        Decision decision = scene.amend("c-2", "6", null, approved("c-2", "6.0", "100.00"));

        assertThat(refusal(decision).reason()).isEqualTo("CANCEL_PENDING");
        assertThat(decision.emissions().get(1))
                .isEqualTo(new Emission(
                        Subjects.unusedReservationFact("ACC1", "c-2"),
                        "reservation.unused",
                        new ReservationUnused("ACC1", "c-2", "bob", "TIN", Side.BUY)));
    }

    @Test
    void givesBackWhatMayBeReservedWhenTheRiskCheckDidNotAnswerAndNothingWhenItRefused() {
        scene.accept();
        RiskAnswer silent = new RiskAnswer(request("c-2", "6.0", "100.00"), Optional.empty());
        assertThat(scene.amend("c-2", "6", null, silent).emissions())
                .extracting(Emission::type)
                .containsExactly("command.refused", "reservation.unused");

        Verdict verdict = new Verdict("ACC1", "c-3", false, "NET_POSITION", "Too much.", 4, null, null);
        Decision refused =
                scene.amend("c-3", "6", null, new RiskAnswer(request("c-3", "6.0", "100.00"), Optional.of(verdict)));
        assertThat(refusal(refused).text()).isEqualTo("Too much.");
        assertThat(refused.emissions()).hasSize(1);
    }

    @Test
    void takesAVerdictOnOtherTermsForNone() {
        scene.accept();
        Decision decision = scene.amend("c-2", "6", null, approved("c-2", "5.0", "100.00"));

        assertThat(refusal(decision).reason()).isEqualTo("RISK_UNAVAILABLE");
        assertThat(decision.emissions()).hasSize(2);
    }

    @Test
    void standsAgainAfterTheVenueRefusedAnAmend() {
        scene.accept();
        scene.amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));
        Decision refused = scene.venue.amendRefused(six().refusedByVenue("UNDER_INVESTIGATION"), NOON);

        assertThat(state(refused).status()).isEqualTo(OrderStatus.NEW);
        assertThat(state(refused).quantity()).isEqualTo("4.0");
        assertThat(refused.emissions())
                .extracting(Emission::subject)
                .containsExactly(
                        Subjects.orderFact("amend-refused", "ACC1", "o-1"), "user.alice", "user.bob", "user.bob");
        assertThat(((CommandRefused) refused.emissions().getLast().body()).reason())
                .isEqualTo("UNDER_INVESTIGATION");
    }

    @Test
    void tellsAnAmendUnderTheIdOfAnotherCommandAndGivesBackOnlyWhatNobodyUses() {
        scene.accept();
        AmendOrder other = new AmendOrder("c-2", "c-1", "ACC1", "bob", "6", null);
        RiskAnswer risk = approved("c-2", "6.0", "100.00");

        assertThat(refusal(scene.amends.duplicate(other, risk, true, NOON)).reason())
                .isEqualTo("DUPLICATE_ID");
        assertThat(scene.amends.duplicate(other, risk, true, NOON).emissions()).hasSize(1);
        assertThat(scene.amends.duplicate(other, risk, false, NOON).emissions()).hasSize(2);
        scene.amend("c-2", "6", null, risk);
        assertThat(scene.table.awaits(new CommandKey("ACC1", "c-2"))).isTrue();
        assertThat(scene.table.awaits(new CommandKey("ACC1", "c-1"))).isFalse();
    }
}
