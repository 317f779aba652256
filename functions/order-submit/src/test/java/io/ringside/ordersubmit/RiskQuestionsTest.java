package io.ringside.ordersubmit;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.ordersubmit.desk.OrderAdmission;
import io.ringside.runtime.Delivery;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.order.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the risk check is asked for a batch. */
class RiskQuestionsTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));
    private static final AnOrder ORDER = AnOrder.in("TIN", "BUY GTC 4 @ 100");
    private static final CommandKey KEY = new CommandKey("ACC1", "c-1");

    @Test
    void areAboutWhatAnAmendAsksForInAll() {
        assertThat(asked(Map.of(KEY, accepted()), amend("a-1", "6", null)))
                .containsExactly(request("a-1", "6.0", "100.00", "4.0"));
        assertThat(asked(Map.of(KEY, accepted()), amend("a-1", "3", "99.50"))).isEmpty();
        assertThat(asked(Map.of(), amend("a-1", "6", null))).isEmpty();
        assertThat(asked(Map.of(KEY, accepted()), amend("a-1", "x", null))).isEmpty();
    }

    @Test
    void readAnAmendOnTheTermsThatAMessageBeforeItBrings() {
        Delivery replaced = Orders.delivery(
                Subjects.venueFact("replaced", "ACC1", "o-1"),
                null,
                new AnAmend(ORDER, "a-0", "3", "101.00").replaced("3"));

        assertThat(asked(Map.of(KEY, accepted()), replaced, amend("a-1", "4", null)))
                .containsExactly(request("a-1", "4.0", "101.00", "3.0"));
        assertThat(asked(Map.of(KEY, accepted()), replaced, amend("a-1", "2", "101")))
                .isEmpty();
    }

    @Test
    void askForAnOrderAndItsAmendInTheirOrder() {
        Delivery submit = Orders.delivery(Subjects.orderCommand("submit", "ACC1"), "alice", ORDER.submit());

        assertThat(asked(Map.of(), submit, amend("a-1", "6", null)))
                .extracting(ReserveRisk.Request::clientOrderId)
                .containsExactly("c-1", "a-1");
    }

    @Test
    void leaveOutWhatHasEnded() {
        Order ended = accepted().expired(null, null, NOON);

        assertThat(asked(Map.of(KEY, ended), amend("a-1", "6", null))).isEmpty();
    }

    private static Order accepted() {
        OrderAdmission.Admission.Admitted admitted =
                (OrderAdmission.Admission.Admitted) new OrderAdmission(INSTRUMENTS).admit(ORDER.submit(), NOON);
        return Order.accepted(admitted.terms(ORDER.submit(), "o-1"), NOON);
    }

    private static List<ReserveRisk.Request> asked(Map<CommandKey, Order> known, Delivery... batch) {
        return List.copyOf(new RiskQuestions(INSTRUMENTS, known)
                .of(List.of(batch), delivery -> delivery.body().toString())
                .values());
    }

    private static Delivery amend(String id, @Nullable String quantity, @Nullable String price) {
        return Orders.delivery(
                Subjects.orderCommand("amend", "ACC1"),
                "alice",
                new AmendOrder(id, "c-1", "ACC1", "alice", quantity, price));
    }

    private static ReserveRisk.Request request(String id, String quantity, String price, String before) {
        return Orders.amendRequest("alice", id, quantity, price, before);
    }
}
