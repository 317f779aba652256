package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.ordersubmit.Orders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one command does to everything that an account has open. */
class MassCancelTest {
    private static final InstrumentTable INSTRUMENTS =
            InstrumentTable.of(List.of(Instruments.TIN, Instruments.metal("LEAD", price("0.50"), size("0.5"), 1)));
    private static final OpenOrders NO_OTHERS = new OpenOrders(List.of(), 0, 0);

    private final OrderTable table = new OrderTable(Map.of());
    private final OrderDesk desk = new OrderDesk(INSTRUMENTS, table);
    private final VenueAnswers venue = new VenueAnswers(INSTRUMENTS, table);
    private final MassCancel massCancel = new MassCancel(table);

    @Test
    void cancelsEachOpenOrderAsIfAloneAndSaysHowMany() {
        accept("c-1", "TIN", "BUY");
        accept("c-2", "LEAD", "SELL");
        accept("c-3", "TIN", "SELL");
        desk.cancel(new CancelOrder("x-3", "c-3", "ACC1", "alice"), NOON);
        accept("c-4", "TIN", "BUY");
        venue.ended(order("c-4", "TIN", "BUY").end(Ending.EXPIRED, null, null), NOON);

        Decision decision = cancel("m-1", null, null, NO_OTHERS);

        assertThat(decision.emissions())
                .extracting(Emission::type)
                .containsExactly(
                        "order.cancel-requested",
                        "order.updated",
                        "order.updated",
                        "order.cancel-requested",
                        "order.updated",
                        "order.updated",
                        "orders.mass-cancel");
        assertThat(states(decision)).extracting(OrderState::clientOrderId).containsExactly("c-1", "c-2");
        assertThat(states(decision)).allSatisfy(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
            assertThat(order.cancelId()).isEqualTo("m-1");
        });
        assertThat(decision.emissions().getLast().subject()).isEqualTo("user.bob");
        assertThat(report(decision))
                .isEqualTo(new MassCancelReport("m-1", "ACC1", "bob", null, null, 3, 2, 1, 0, NOON));
    }

    @Test
    void touchesOnlyWhatMatches() {
        accept("c-1", "TIN", "BUY");
        accept("c-2", "TIN", "SELL");
        accept("c-3", "LEAD", "BUY");

        Decision decision = cancel("m-1", "TIN", Side.BUY, NO_OTHERS);

        assertThat(states(decision)).extracting(OrderState::clientOrderId).containsExactly("c-1");
        assertThat(report(decision))
                .isEqualTo(new MassCancelReport("m-1", "ACC1", "bob", "TIN", Side.BUY, 1, 1, 0, 0, NOON));
        assertThat(report(cancel("m-2", "GOLD", null, NO_OTHERS)).matched()).isZero();
    }

    @Test
    void takesTheOldestFirstAndSaysHowManyRemain() {
        accept("c-1", "TIN", "BUY");
        List<Order> older = new ArrayList<>();
        for (int i = 0; i < CancelOrders.ORDERS_MAX; i++) {
            older.add(elsewhere("a-%03d".formatted(i)));
        }

        Decision decision = cancel("m-1", null, null, new OpenOrders(older, 320, 5));

        assertThat(report(decision))
                .isEqualTo(new MassCancelReport("m-1", "ACC1", "bob", null, null, 326, 300, 5, 21, NOON));
        assertThat(states(decision)).extracting(OrderState::clientOrderId).doesNotContain("c-1");
        Decision again = cancel("m-2", null, null, new OpenOrders(List.of(), 20, 5));
        assertThat(report(again))
                .isEqualTo(new MassCancelReport("m-2", "ACC1", "bob", null, null, 326, 1, 305, 20, NOON));
    }

    private Decision cancel(String id, @Nullable String instrument, @Nullable Side side, OpenOrders others) {
        return massCancel.cancel(new CancelOrders(id, "ACC1", "bob", instrument, side), others, NOON);
    }

    private void accept(String id, String instrument, String side) {
        desk.submit(order(id, instrument, side).submit(), Orders.approved(id), "o-" + id, NOON);
    }

    /** An open order that another batch left. */
    private static Order elsewhere(String id) {
        OrderTable other = new OrderTable(Map.of());
        new OrderDesk(INSTRUMENTS, other)
                .submit(order(id, "TIN", "BUY").submit(), Orders.approved(id), "o-" + id, NOON);
        return other.require("ACC1", id);
    }

    private static AnOrder order(String id, String instrument, String side) {
        return AnOrder.in(instrument, side + " DAY 2 @ 100").named("o-" + id, id);
    }

    private static List<OrderState> states(Decision decision) {
        return decision.emissions().stream()
                .filter(emission -> emission.subject().startsWith("evt."))
                .map(emission -> (OrderState) emission.body())
                .toList();
    }

    private static MassCancelReport report(Decision decision) {
        return (MassCancelReport) decision.emissions().getLast().body();
    }

    private static Price price(String text) {
        return Price.of(text, 2);
    }

    private static Quantity size(String text) {
        return Quantity.of(text, 1);
    }
}
