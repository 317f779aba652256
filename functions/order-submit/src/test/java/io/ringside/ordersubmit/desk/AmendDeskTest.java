package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.ordersubmit.Orders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an amend does to an order, and every race of it. */
class AmendDeskTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));
    private static final AnOrder ORDER = AnOrder.in("TIN", "BUY GTC 4 @ 100").named("o-1", "c-1");

    private final OrderTable table = new OrderTable(Map.of());
    private final OrderDesk desk = new OrderDesk(INSTRUMENTS, table);
    private final AmendDesk amends = new AmendDesk(INSTRUMENTS, table);
    private final VenueAnswers venue = new VenueAnswers(INSTRUMENTS, table);

    @Test
    void tellsTheSystemTheOwnerAndTheSenderAndStandsOnTheOldTerms() {
        accept(ORDER);
        Decision decision = amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));

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

        Decision replaced = venue.replaced(six().replaced("6"), NOON);
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
        accept(ORDER);
        desk.cancel(new CancelOrder("c-9", "c-1", "ACC1", "alice"), NOON);
        Decision decision = amend("c-2", "6", null, approved("c-2", "6.0", "100.00"));

        assertThat(refusal(decision).reason()).isEqualTo("CANCEL_PENDING");
        assertThat(decision.emissions().get(1))
                .isEqualTo(new Emission(
                        Subjects.unusedReservationFact("ACC1", "c-2"),
                        "reservation.unused",
                        new ReservationUnused("ACC1", "c-2", "bob", "TIN", Side.BUY)));
    }

    @Test
    void givesBackWhatMayBeReservedWhenTheRiskCheckDidNotAnswerAndNothingWhenItRefused() {
        accept(ORDER);
        RiskAnswer silent = new RiskAnswer(request("c-2", "6.0", "100.00"), Optional.empty());
        assertThat(amend("c-2", "6", null, silent).emissions())
                .extracting(Emission::type)
                .containsExactly("command.refused", "reservation.unused");

        Verdict verdict = new Verdict("ACC1", "c-3", false, "NET_POSITION", "Too much.", 4, null, null);
        Decision refused =
                amend("c-3", "6", null, new RiskAnswer(request("c-3", "6.0", "100.00"), Optional.of(verdict)));
        assertThat(refusal(refused).text()).isEqualTo("Too much.");
        assertThat(refused.emissions()).hasSize(1);
    }

    @Test
    void takesAVerdictOnOtherTermsForNone() {
        accept(ORDER);
        Decision decision = amend("c-2", "6", null, approved("c-2", "5.0", "100.00"));

        assertThat(refusal(decision).reason()).isEqualTo("RISK_UNAVAILABLE");
        assertThat(decision.emissions()).hasSize(2);
    }

    @Test
    void refusesASecondAmendWhileOneIsUnderWayAndAnAmendOfWhatEndedOrNeverWas() {
        assertThat(refusal(amend("c-2", "3", null, RiskAnswer.NOT_ASKED)).reason())
                .isEqualTo("UNKNOWN_ORDER");
        accept(ORDER);
        amend("c-2", "3", null, RiskAnswer.NOT_ASKED);
        assertThat(refusal(amend("c-3", "2", null, RiskAnswer.NOT_ASKED)).reason())
                .isEqualTo("AMEND_PENDING");
        venue.ended(ORDER.end(Ending.EXPIRED, null, "EXPIRY_REACHED"), NOON);
        assertThat(refusal(amend("c-4", "2", null, RiskAnswer.NOT_ASKED)).reason())
                .isEqualTo("TOO_LATE_TO_AMEND");
    }

    @Test
    void fillsInPartAndWhollyWhileAnAmendIsUnderWay() {
        accept(ORDER);
        amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));

        OrderState part = state(venue.traded(ORDER.trade("x-1", "1", "100.00"), NOON));
        OrderState whole = state(venue.traded(ORDER.trade("x-2", "3", "100.00"), NOON));
        Decision late = venue.amendRefused(six().refusedByVenue("TOO_LATE_TO_AMEND"), NOON);

        assertThat(part.status()).isEqualTo(OrderStatus.PENDING_REPLACE);
        assertThat(part.pendingTerms()).isNotNull();
        assertThat(whole.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(whole.pendingTerms()).isNull();
        assertThat(late.emissions()).hasSize(1);
        assertThat(refusal(late).user()).isEqualTo("bob");
        assertThat(refusal(late).reason()).isEqualTo("TOO_LATE_TO_AMEND");
    }

    @Test
    void isFilledWhenItIsReplacedByWhatIsFilledAlready() {
        accept(ORDER);
        venue.traded(ORDER.trade("x-1", "2.5", "100.00"), NOON);
        amend("c-2", "2", null, RiskAnswer.NOT_ASKED);

        OrderState replaced = state(venue.replaced(new AnAmend(ORDER, "c-2", "2", "100").replaced("2.5"), NOON));

        assertThat(replaced.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(replaced.quantity()).isEqualTo("2.5");
        assertThat(replaced.leaves()).isEqualTo("0.0");
    }

    @Test
    void queuesACancelBehindAnAmend() {
        accept(ORDER);
        amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));
        OrderState cancelling = state(desk.cancel(new CancelOrder("c-3", "c-1", "ACC1", "alice"), NOON));
        OrderState replaced = state(venue.replaced(six().replaced("6"), NOON));
        OrderState cancelled = state(venue.ended(ORDER.end(Ending.CANCELLED, "c-3", null), NOON));

        assertThat(cancelling.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(cancelling.pendingTerms()).isEqualTo(new OrderState.PendingTerms("6.0", "101.00"));
        assertThat(replaced.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(replaced.quantity()).isEqualTo("6.0");
        assertThat(replaced.pendingTerms()).isNull();
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.quantity()).isEqualTo("6.0");
    }

    @Test
    void standsAgainAfterTheVenueRefusedAnAmend() {
        accept(ORDER);
        amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));
        Decision refused = venue.amendRefused(six().refusedByVenue("UNDER_INVESTIGATION"), NOON);

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
    void changesNothingWhenTermsAreToldAfterTheEnd() {
        accept(ORDER);
        amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));
        venue.ended(ORDER.end(Ending.EXPIRED, null, "EXPIRY_REACHED"), NOON);
        OrderState before = table.require("ACC1", "c-1").state(null);

        Decision late = venue.replaced(six().replaced("6"), NOON);

        assertThat(late.outcome()).isEqualTo("late-replaced");
        assertThat(refusal(late).reason()).isEqualTo("TOO_LATE_TO_AMEND");
        assertThat(table.require("ACC1", "c-1").state(null)).isEqualTo(before);
    }

    @Test
    void failsOnTermsThatNobodyAskedFor() {
        accept(ORDER);
        assertThatThrownBy(() -> venue.replaced(six().replaced("6"), NOON))
                .hasMessage("an order that is NEW awaits no amend c-2");
    }

    @Test
    void tellsAnAmendUnderTheIdOfAnotherCommandAndGivesBackOnlyWhatNobodyUses() {
        accept(ORDER);
        AmendOrder other = new AmendOrder("c-2", "c-1", "ACC1", "bob", "6", null);
        RiskAnswer risk = approved("c-2", "6.0", "100.00");

        assertThat(refusal(amends.duplicate(other, risk, true, NOON)).reason()).isEqualTo("DUPLICATE_ID");
        assertThat(amends.duplicate(other, risk, true, NOON).emissions()).hasSize(1);
        assertThat(amends.duplicate(other, risk, false, NOON).emissions()).hasSize(2);
        amend("c-2", "6", null, risk);
        assertThat(table.awaits(new CommandKey("ACC1", "c-2"))).isTrue();
        assertThat(table.awaits(new CommandKey("ACC1", "c-1"))).isFalse();
    }

    private void accept(AnOrder order) {
        desk.submit(order.submit(), Orders.approved("c-1"), order.orderId(), NOON);
    }

    private Decision amend(String id, @Nullable String quantity, @Nullable String price, RiskAnswer risk) {
        return amends.amend(new AmendOrder(id, "c-1", "ACC1", "bob", quantity, price), risk, NOON);
    }

    private static AnAmend six() {
        return new AnAmend(ORDER, "c-2", "6", "101");
    }

    private static RiskAnswer approved(String id, String quantity, String price) {
        return new RiskAnswer(request(id, quantity, price), Orders.approved(id));
    }

    private static ReserveRisk.Request request(String id, String quantity, String price) {
        return new ReserveRisk.Request(
                "ACC1",
                id,
                "bob",
                "TIN",
                ORDER.side(),
                OrderType.LIMIT,
                quantity,
                price,
                null,
                new ReserveRisk.Amended("c-1", "4.0"));
    }

    private static OrderState state(Decision decision) {
        return (OrderState) decision.emissions().getFirst().body();
    }

    private static CommandRefused refusal(Decision decision) {
        return (CommandRefused) decision.emissions().getFirst().body();
    }
}
