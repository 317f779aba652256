package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.ordersubmit.Orders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.order.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderDeskTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));
    private final OrderTable table = new OrderTable(Map.of());
    private final OrderDesk desk = new OrderDesk(INSTRUMENTS, table);
    private final VenueAnswers venue = new VenueAnswers(INSTRUMENTS, table);

    @Test
    void tellsTheSystemAndTheOwnerOfAnAcceptedOrder() {
        Decision decision = desk.submit(limit("c-1"), Orders.approved("c-1"), "o-1", NOON);

        assertThat(decision.outcome()).isEqualTo("accepted");
        assertThat(decision.saw()).isEqualTo("approved, limit version 1, reference price 100.00");
        assertThat(decision.emissions())
                .extracting(Emission::subject, Emission::type)
                .containsExactly(
                        tuple(Subjects.orderFact("accepted", "ACC1", "o-1"), "order.accepted"),
                        tuple("user.alice", "order.updated"));
        assertThat(state(decision, 1)).isEqualTo(state(decision, 0));
        assertThat(state(decision, 0).at()).isEqualTo(NOON);
    }

    @Test
    void rejectsWithoutAVerdict() {
        Decision decision = desk.submit(limit("c-1"), Optional.empty(), "o-1", NOON);

        assertThat(decision.outcome()).isEqualTo("rejected");
        assertThat(decision.saw()).isEqualTo("no answer of the risk check");
        assertThat(state(decision, 0).reason()).isEqualTo("RISK_UNAVAILABLE");
    }

    @Test
    void rejectsWithTheSentenceOfTheRiskCheck() {
        Verdict verdict = new Verdict("ACC1", "c-1", false, "NET_POSITION", "Too much.", 4, null, null);
        OrderState rejected = state(desk.submit(limit("c-1"), Optional.of(verdict), "o-1", NOON), 0);

        assertThat(rejected.reason()).isEqualTo("NET_POSITION");
        assertThat(rejected.text()).isEqualTo("Too much.");
        assertThat(rejected.version()).isEqualTo(1);
    }

    @Test
    void keepsOrdersThatAreNoneApart() {
        SubmitOrder order = AnOrder.in("TIN", "BUY DAY much @ cheap").submit();
        OrderState rejected = state(desk.submit(order, Optional.empty(), "o-1", NOON), 0);

        assertThat(rejected.quantity()).isEqualTo("much");
        assertThat(rejected.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(table.changed()).isEmpty();
        assertThat(table.malformed()).containsExactly(rejected);
        assertThat(cancel("c-2", "c-1").reason()).isEqualTo("UNKNOWN_ORDER");
    }

    @Test
    void answersACancelThatCannotHelp() {
        assertThat(cancel("c-2", "c-1").reason()).isEqualTo("UNKNOWN_ORDER");
        desk.submit(limit("c-3"), Optional.empty(), "o-3", NOON);
        assertThat(cancel("c-4", "c-3").reason()).isEqualTo("UNKNOWN_ORDER");
        accept("c-1");
        desk.cancel(new CancelOrder("c-5", "c-1", "ACC1", "alice"), NOON);
        assertThat(cancel("c-6", "c-1").reason()).isEqualTo("CANCEL_PENDING");
        venue.ended(end("c-1", Ending.CANCELLED, "c-5"), NOON);
        assertThat(cancel("c-7", "c-1").reason()).isEqualTo("TOO_LATE_TO_CANCEL");
    }

    @Test
    void keepsACancelUnderWayThroughAPartialFill() {
        accept("c-1");
        desk.cancel(new CancelOrder("c-2", "c-1", "ACC1", "alice"), NOON);
        Decision decision = venue.traded(trade("c-1", "1.0"), NOON);

        assertThat(decision.outcome()).isEqualTo("partially-filled");
        assertThat(state(decision, 0).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(state(decision, 0).cancelId()).isEqualTo("c-2");
    }

    @Test
    void bringsBackAnOrderWhoseCancelTheVenueRefused() {
        accept("c-1");
        desk.cancel(new CancelOrder("c-2", "c-1", "ACC1", "alice"), NOON);
        Decision decision = venue.ended(end("c-1", Ending.CANCEL_REFUSED, "c-2"), NOON);

        assertThat(state(decision, 0).status()).isEqualTo(OrderStatus.NEW);
        assertThat(decision.emissions()).hasSize(3);
        assertThat(((CommandRefused) decision.emissions().get(2).body()).clientOrderId())
                .isEqualTo("c-2");
        Decision withoutRequest = venue.ended(end("c-1", Ending.EXPIRED, null), NOON);
        assertThat(state(withoutRequest, 0).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void tellsWhoeverCancelledAColleaguesOrderWhatBecameOfIt() {
        accept("c-1");
        desk.cancel(new CancelOrder("c-2", "c-1", "ACC1", "bob"), NOON);
        Decision kept = venue.ended(end("c-1", Ending.CANCEL_REFUSED, "c-2", "UNKNOWN_ORDER"), NOON);
        desk.cancel(new CancelOrder("c-3", "c-1", "ACC1", "bob"), NOON);
        Decision cancelled = venue.ended(end("c-1", Ending.CANCELLED, "c-3", null), NOON);

        assertThat(kept.emissions())
                .extracting(Emission::subject, Emission::type)
                .containsExactly(
                        tuple(Subjects.orderFact("cancel-refused", "ACC1", "o-c-1"), "order.cancel-refused"),
                        tuple("user.alice", "order.updated"),
                        tuple("user.bob", "order.updated"),
                        tuple("user.bob", "command.refused"));
        CommandRefused refused = (CommandRefused) kept.emissions().getLast().body();
        assertThat(refused.user()).isEqualTo("bob");
        assertThat(refused.reason()).isEqualTo("UNKNOWN_ORDER");
        assertThat(refused.text()).isEqualTo("There is no such order.");
        assertThat(cancelled.emissions())
                .extracting(Emission::subject)
                .containsExactly(Subjects.orderFact("cancelled", "ACC1", "o-c-1"), "user.alice", "user.bob");
        assertThat(state(cancelled, 2)).isEqualTo(state(cancelled, 0));
    }

    @Test
    void tellsNobodyOfARefusedCancelThatNobodyAskedFor() {
        accept("c-1");
        venue.ended(end("c-1", Ending.EXPIRED, null), NOON);

        assertThat(venue.ended(end("c-1", Ending.CANCEL_REFUSED, null), NOON).emissions())
                .isEmpty();
    }

    @Test
    void acceptsALateFillAndSaysThatItIsLate() {
        accept("c-1");
        venue.ended(end("c-1", Ending.CANCELLED, null), NOON);
        Decision decision = venue.traded(trade("c-1", "1.0"), NOON);

        assertThat(decision.outcome()).isEqualTo("late-filled");
        assertThat(state(decision, 0).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(state(decision, 0).filled()).isEqualTo("1.0");
    }

    @Test
    void failsOnWhatCannotHappenToAnOrder() {
        assertThatThrownBy(() -> venue.traded(trade("c-1", "1.0"), NOON)).hasMessage("there is no order ACC1/c-1");
        accept("c-1");
        venue.traded(trade("c-1", "2.0"), NOON);
        assertThatThrownBy(() -> venue.ended(end("c-1", Ending.CANCELLED, null), NOON))
                .hasMessage("an order that is FILLED cannot be CANCELLED");
    }

    @Test
    void knowsAnOrderThatAnEarlierBatchLeft() {
        accept("c-1");
        Order left = table.changed().iterator().next();
        VenueAnswers next = new VenueAnswers(INSTRUMENTS, new OrderTable(Map.of(new CommandKey("ACC1", "c-1"), left)));

        assertThat(state(next.traded(trade("c-1", "2.0"), NOON), 0).status()).isEqualTo(OrderStatus.FILLED);
    }

    private void accept(String id) {
        desk.submit(limit(id), Orders.approved(id), "o-" + id, NOON);
    }

    private CommandRefused cancel(String id, String original) {
        Decision decision = desk.cancel(new CancelOrder(id, original, "ACC1", "alice"), NOON);
        assertThat(decision.outcome()).isEqualTo("refused");
        return (CommandRefused) decision.emissions().getFirst().body();
    }

    private static OrderState state(Decision decision, int emission) {
        return (OrderState) decision.emissions().get(emission).body();
    }

    private static SubmitOrder limit(String id) {
        return order(id).submit();
    }

    private static TradeBooked trade(String id, String quantity) {
        return order(id).trade("x-" + quantity, quantity, "99.50");
    }

    private static VenueOrderEnded end(String id, Ending ending, @Nullable String cancelId) {
        return end(id, ending, cancelId, "because");
    }

    private static VenueOrderEnded end(String id, Ending ending, @Nullable String cancelId, @Nullable String reason) {
        return order(id).end(ending, cancelId, reason);
    }

    private static AnOrder order(String id) {
        return AnOrder.in("TIN", "BUY DAY 2 @ 100").named("o-" + id, id);
    }
}
