package io.ringside.ordersubmit;

import io.micronaut.context.ApplicationContext;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.InstrumentRows;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.RiskStandIn;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** order-submit as a whole on servers of its own, with a risk check that says what the test wants. */
final class OrderFloor implements AutoCloseable {
    private final OwnServers servers = new OwnServers();
    final Database database = servers.database;
    final RiskStandIn risk = new RiskStandIn(servers.connection);
    /** What is told of the account that the test trades for. */
    final OrderHearing heard = new OrderHearing(servers);

    private ApplicationContext application;
    private int accounts;
    /** The account that the test trades for. */
    String account = "";

    OrderFloor() {
        InstrumentRows.add(database, Instruments.TIN);
        application = run();
    }

    void openAccount() {
        account = "ACC" + ++accounts;
        heard.forget(account);
        risk.asked.clear();
    }

    /** Stops the function and starts it again: what it knows it knows from the database. */
    void restart() {
        restart(() -> {});
    }

    /** Stops the function, and starts it again when this is done. */
    void restart(Runnable meanwhile) {
        application.close();
        meanwhile.run();
        application = run();
    }

    /** An accepted order in an instrument that is listed after it, as if another instance had known it before. */
    AnOrder acceptedElsewhere(String clientOrderId, String instrument) {
        submit(limit(clientOrderId, "2", "99"));
        OrderState accepted = heard.fact("accepted", clientOrderId);
        InstrumentRows.add(database, Instruments.metal(instrument, Price.of("0.50", 2), Quantity.of("0.5", 1), 5));
        database.execute("update orders.orders set instrument = '%s' where order_id = '%s'"
                .formatted(instrument, accepted.orderId()));
        return AnOrder.in(instrument, "BUY DAY 2 @ 99").of(account).named(accepted.orderId(), clientOrderId);
    }

    SubmitOrder limit(String id, String quantity, String price) {
        return order("BUY DAY " + quantity + " @ " + price).named("", id).submit();
    }

    SubmitOrder market(String id, String quantity) {
        return order("BUY IOC " + quantity + " MARKET").named("", id).submit();
    }

    void submit(SubmitOrder order) {
        submit(order, "");
    }

    void submit(SubmitOrder order, String suffix) {
        send(Subjects.orderCommand("submit", account), order.clientOrderId() + suffix, order, "alice");
    }

    void cancel(String id, String original, String user) {
        CancelOrder cancel = new CancelOrder(id, original, account, user);
        send(Subjects.orderCommand("cancel", account), "cancel-" + id, cancel, user);
    }

    void amend(String id, String original, @Nullable String quantity, @Nullable String price) {
        send(
                Subjects.orderCommand("amend", account),
                "amend-" + id + quantity + price,
                new AmendOrder(id, original, account, "bob", quantity, price),
                "bob");
    }

    void cancelAll(String id, @Nullable String instrument, @Nullable Side side) {
        CancelOrders cancel = new CancelOrders(id, account, "bob", instrument, side);
        send(Subjects.orderCommand("cancel-all", account), "cancel-all-" + id, cancel, "bob");
    }

    void replaced(OrderState order, String amendId, String quantity, String price) {
        AnAmend amend = new AnAmend(known(order), amendId, quantity, price);
        send(
                Subjects.venueFact("replaced", account, order.orderId()),
                "replaced-" + amendId,
                amend.replaced(quantity),
                null);
    }

    void amendRefused(OrderState order, String amendId) {
        AnAmend amend = new AnAmend(known(order), amendId, "1", "1");
        send(
                Subjects.venueFact("amend-refused", account, order.orderId()),
                "amend-refused-" + amendId,
                amend.refusedByVenue("TOO_LATE_TO_AMEND"),
                null);
    }

    /** While the risk check answers nobody. */
    void withoutRisk(Runnable meanwhile) {
        risk.stop();
        try {
            meanwhile.run();
        } finally {
            risk.start();
        }
    }

    void trade(OrderState order, String execution, String quantity, String price) {
        send(
                Subjects.tradeFact(account, order.orderId()),
                execution,
                execution(order, execution, quantity, price),
                null);
    }

    TradeBooked execution(OrderState order, String execution, String quantity, String price) {
        return known(order).trade(account + execution, quantity, price);
    }

    void ended(OrderState order, VenueOrderEnded.Ending ending, @Nullable String cancelId, String reason) {
        String verb = ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        send(
                Subjects.venueFact(verb, account, order.orderId()),
                verb + order.orderId(),
                known(order).end(ending, cancelId, reason),
                null);
    }

    void send(String subject, String messageId, Object body, @Nullable String user) {
        servers.send(subject, account + messageId, user, body);
    }

    /** A command of this account as the function reads it. */
    Delivery delivery(String verb, String user, Object command) {
        return Orders.delivery(Subjects.orderCommand(verb, account), user, command);
    }

    /** Asks for what the function needs to know about these before it decides: one batch, as it was read. */
    void ask(Delivery... batch) {
        application.getBean(OrderSubmitFunction.class).ask(List.of(batch));
    }

    String row(String clientOrderId) {
        List<String> rows =
                database.rows("select status, trim_scale(filled), version from orders.orders where account = '"
                        + account + "' and client_order_id = '" + clientOrderId + "'");
        return rows.isEmpty() ? "none" : rows.getFirst();
    }

    private ApplicationContext run() {
        Map<String, String> properties = new HashMap<>(servers.properties("order-submit"));
        properties.put("ringside.risk-call.timeout", Eventually.DEADLINE.toSeconds() + "s");
        return FunctionApplication.run("order-submit", OrderSubmit.class, properties);
    }

    private AnOrder order(String text) {
        return AnOrder.in("TIN", text).of(account);
    }

    /** The same order as the venue knows it. */
    private AnOrder known(OrderState order) {
        String price = order.limitPrice() == null ? "MARKET" : "@ " + order.limitPrice();
        String text = order.side() + " " + order.timeInForce() + " " + order.quantity() + " " + price;
        return order(text).named(order.orderId(), order.clientOrderId());
    }

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
