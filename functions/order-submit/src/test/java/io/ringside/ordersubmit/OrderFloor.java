package io.ringside.ordersubmit;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.SubjectRecorder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** order-submit as a whole on servers of its own, with a risk check that says what the test wants. */
final class OrderFloor implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    /** A quantity that the stand-in for the risk check refuses. */
    static final String TOO_MUCH = "99";

    final NatsServer nats = Floor.shared().freshNats();
    final Database database = Floor.shared().freshDatabase();
    final Connection connection = Floor.connect(nats);
    final List<ReserveRisk.Request> asked = new CopyOnWriteArrayList<>();
    private final SubjectRecorder facts = SubjectRecorder.on(connection, "evt.order.>");
    private final SubjectRecorder notices = SubjectRecorder.on(connection, "user.*");
    private @Nullable Dispatcher risk;
    private ApplicationContext application;
    private int accounts;
    /** The account that the test trades for. */
    String account = "";

    OrderFloor() {
        database.execute("""
                insert into reference.currency values ('USD', 2);
                insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                    quantity_scale, quantity_step, quantity_unit, contract_size) values
                    ('TIN', 'TIN', 'Tin', 'METAL', 'USD', 2, 0.50, 1, 0.5, 't', 5);
                """);
        startRisk();
        application = run();
    }

    void openAccount() {
        account = "ACC" + ++accounts;
        facts.clear();
        notices.clear();
        asked.clear();
    }

    /** Stops the function and starts it again: what it knows it knows from the database. */
    void restart() {
        application.close();
        application = run();
    }

    void startRisk() {
        Dispatcher created = connection.createDispatcher();
        created.subscribe(Subjects.RISK_RESERVE, this::answer);
        risk = created;
        flush();
    }

    void stopRisk() {
        if (risk != null) {
            connection.closeDispatcher(risk);
            risk = null;
        }
        flush();
    }

    SubmitOrder limit(String id, String quantity, String price) {
        return new SubmitOrder(
                id, account, "alice", "TIN", Side.BUY, OrderType.LIMIT, TimeInForce.DAY, quantity, price);
    }

    SubmitOrder market(String id, String quantity) {
        return new SubmitOrder(
                id, account, "alice", "TIN", Side.BUY, OrderType.MARKET, TimeInForce.IOC, quantity, null);
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

    void trade(OrderState order, String execution, String quantity, String price) {
        send(
                Subjects.tradeFact(account, order.orderId()),
                execution,
                execution(order, execution, quantity, price),
                null);
    }

    TradeBooked execution(OrderState order, String execution, String quantity, String price) {
        return new TradeBooked(
                account + execution,
                order.orderId(),
                order.clientOrderId(),
                account,
                "alice",
                "TIN",
                order.side(),
                quantity,
                price,
                "PAPER",
                1,
                Instant.EPOCH);
    }

    void ended(OrderState order, VenueOrderEnded.Ending ending, @Nullable String cancelId, String reason) {
        VenueOrderEnded end = new VenueOrderEnded(
                order.orderId(),
                order.clientOrderId(),
                account,
                "alice",
                "TIN",
                ending,
                "0",
                cancelId,
                reason,
                Instant.EPOCH);
        String verb = ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        send(Subjects.venueFact(verb, account, order.orderId()), verb + order.orderId(), end, null);
    }

    void send(String subject, String messageId, Object body, @Nullable String user) {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, account + messageId);
        if (user != null) {
            headers.put(io.ringside.contracts.Headers.USER, user);
        }
        byte[] data = body instanceof byte[] raw ? raw : Wire.encode(body);
        try {
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject(subject)
                            .headers(headers)
                            .data(data)
                            .build());
        } catch (IOException | JetStreamApiException e) {
            throw new AssertionError(e);
        }
    }

    /** The fact with this verb about this order, once it is there. */
    OrderState fact(String verb, String clientOrderId) {
        return order(facts.awaitMatching(
                message -> Subjects.verbOf(message.getSubject()).equals(verb)
                        && order(message).clientOrderId().equals(clientOrderId)
                        && order(message).account().equals(account),
                DEADLINE));
    }

    /** Verbs of the facts so far, in order. */
    List<String> verbs() {
        return facts.heard().stream()
                .map(Message::getSubject)
                .map(Subjects::verbOf)
                .toList();
    }

    /** The notice of this status to this user, once it is there. */
    OrderState notice(String user, OrderStatus status, String clientOrderId) {
        return order(notices.awaitMatching(
                message -> message.getSubject().equals(Subjects.inbox(user))
                        && type(message).equals("order.updated")
                        && order(message).status() == status
                        && order(message).clientOrderId().equals(clientOrderId),
                DEADLINE));
    }

    /** The refusal of this command, once it is there. */
    CommandRefused refused(String user, String clientOrderId) {
        return refusal(notices.awaitMatching(
                message -> message.getSubject().equals(Subjects.inbox(user))
                        && type(message).equals("command.refused")
                        && refusal(message).clientOrderId().equals(clientOrderId),
                DEADLINE));
    }

    String row(String clientOrderId) {
        List<String> rows =
                database.rows("select status, trim_scale(filled), version from orders.orders where account = '"
                        + account + "' and client_order_id = '" + clientOrderId + "'");
        return rows.isEmpty() ? "none" : rows.getFirst();
    }

    private ApplicationContext run() {
        return FunctionApplication.run(
                "order-submit",
                OrderSubmit.class,
                Map.of(
                        "NATS_URL", nats.url(),
                        "NATS_MONITORING_URL", nats.monitoringUrl(),
                        "JDBC_URL", database.jdbcUrl(),
                        "JDBC_USER", database.user(),
                        "JDBC_PASSWORD", database.password(),
                        "ringside.order-submit.risk-timeout", "500ms"));
    }

    private void answer(Message call) {
        ReserveRisk body = decode(call, ReserveRisk.class);
        asked.addAll(body.requests());
        List<RiskVerdicts.Verdict> verdicts = body.requests().stream()
                .map(request -> request.quantity().equals(TOO_MUCH)
                        ? verdict(request, false, "ORDER_SIZE", "99 is too much.")
                        : verdict(request, true, null, null))
                .toList();
        connection.publish(call.getReplyTo(), Wire.encode(new RiskVerdicts(verdicts)));
    }

    private static RiskVerdicts.Verdict verdict(
            ReserveRisk.Request request, boolean approved, @Nullable String reason, @Nullable String text) {
        return new RiskVerdicts.Verdict(
                request.account(), request.clientOrderId(), approved, reason, text, 1, "100.00");
    }

    private static String type(Message message) {
        return message.getHeaders().getFirst(io.ringside.contracts.Headers.TYPE);
    }

    private static OrderState order(Message message) {
        return decode(message, OrderState.class);
    }

    private static CommandRefused refusal(Message message) {
        return decode(message, CommandRefused.class);
    }

    private static <T> T decode(Message message, Class<T> type) {
        try {
            return Wire.decode(message.getData(), type);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private void flush() {
        try {
            connection.flush(DEADLINE);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws Exception {
        application.close();
        connection.close();
        nats.close();
    }
}
