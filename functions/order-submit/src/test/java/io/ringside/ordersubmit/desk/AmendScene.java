package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;

import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.ordersubmit.Orders;
import io.ringside.runtime.Decision;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order of alice's, and all who have a say in an amend of it, which is bob's. */
final class AmendScene {
    static final AnOrder ORDER = AnOrder.in("TIN", "BUY GTC 4 @ 100").named("o-1", "c-1");

    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));

    final OrderTable table = new OrderTable(Map.of());
    final OrderDesk desk = new OrderDesk(INSTRUMENTS, table);
    final AmendDesk amends = new AmendDesk(INSTRUMENTS, table);
    final VenueAnswers venue = new VenueAnswers(INSTRUMENTS, table);

    void accept() {
        desk.submit(ORDER.submit(), Orders.approved("c-1"), ORDER.orderId(), NOON);
    }

    Decision amend(String id, @Nullable String quantity, @Nullable String price, RiskAnswer risk) {
        return amends.amend(new AmendOrder(id, "c-1", "ACC1", "bob", quantity, price), risk, NOON);
    }

    /** To more, at a worse price. */
    static AnAmend six() {
        return new AnAmend(ORDER, "c-2", "6", "101");
    }

    static RiskAnswer approved(String id, String quantity, String price) {
        return new RiskAnswer(request(id, quantity, price), Orders.approved(id));
    }

    static ReserveRisk.Request request(String id, String quantity, String price) {
        return Orders.amendRequest("bob", id, quantity, price, "4.0");
    }

    /** What the first emission says of the order. */
    static OrderState state(Decision decision) {
        return (OrderState) decision.emissions().getFirst().body();
    }

    /** What it says of a command that was refused. */
    static CommandRefused refusal(Decision decision) {
        return (CommandRefused) decision.emissions().getFirst().body();
    }
}
