package io.ringside.faults.check;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.contracts.Partitions;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.ClientView;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.evidence.Followed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small run in which everything holds: one order filled by two trades, one resting and partly filled, one
 * rejected, one
 * cancelled, one cancel that came too late, one command that was refused. Its lists may be spoilt by a test.
 */
final class SoundRun {
    static final String ACCOUNT = "BENCH-001";
    static final String METAL = "CA";
    private static final String USER = "bench001";
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00.123456Z");
    private static final int PARTITION = Partitions.of(ACCOUNT);

    final List<Asked> asked = new ArrayList<>();
    final List<Book.Order> orders = new ArrayList<>();
    final List<Book.Working> working = new ArrayList<>();
    final List<Book.Trade> trades = new ArrayList<>();
    final List<Book.Holding> positions = new ArrayList<>();
    final List<Book.Exposure> exposures = new ArrayList<>();
    final List<Book.Reservation> reservations = new ArrayList<>();
    final List<Book.Remembered> remembered = new ArrayList<>();
    final List<Book.Event> events = new ArrayList<>();
    final List<Book.Audit> audits = new ArrayList<>();
    final List<Stored> commandLog = new ArrayList<>();
    final List<Stored> eventLog = new ArrayList<>();
    final List<Stored> deadLetters = new ArrayList<>();
    final Map<String, OrderState> seen = new HashMap<>();
    final Set<String> refused = new HashSet<>();
    final Map<String, Long> cursors = new HashMap<>();
    int gaps;

    SoundRun() {
        filledByTwo();
        restingPartlyFilled();
        rejected();
        cancelled();
        cancelTooLate();
        asked.add(new Asked(ACCOUNT, "r1", null, METAL + " BUY 1", Fate.REFUSED));
        positions.add(new Book.Holding(ACCOUNT, METAL, decimal("4")));
        exposures.add(new Book.Exposure(ACCOUNT, METAL, decimal("4"), decimal("0"), decimal("3")));
    }

    Evidence evidence() {
        List<Book.Partition> heads = new ArrayList<>();
        List<Book.Cursor> places = new ArrayList<>();
        cursors.forEach((key, sequence) -> {
            String[] parts = key.split(" ", 3);
            places.add(new Book.Cursor(parts[0], Integer.parseInt(parts[1]), parts[2], sequence));
        });
        for (String function :
                new HashSet<>(audits.stream().map(Book.Audit::function).toList())) {
            List<Book.Audit> chain = audits.stream()
                    .filter(row -> row.function().equals(function))
                    .toList();
            long made = events.stream()
                    .filter(event -> event.function().equals(function))
                    .count();
            heads.add(new Book.Partition(
                    function,
                    PARTITION,
                    made,
                    made,
                    chain.size(),
                    chain.getLast().hash()));
        }
        return new Evidence(
                List.copyOf(asked),
                List.of(new ClientView(USER, Set.of(ACCOUNT), Map.copyOf(seen), Set.copyOf(refused), gaps)),
                new Book(
                        List.copyOf(orders),
                        List.copyOf(working),
                        List.copyOf(trades),
                        List.copyOf(positions),
                        List.copyOf(exposures),
                        List.copyOf(reservations),
                        new Book.Runtime(
                                heads, places, List.copyOf(remembered), List.copyOf(events), List.copyOf(audits))),
                List.copyOf(commandLog),
                List.copyOf(eventLog),
                List.copyOf(deadLetters));
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private void filledByTwo() {
        ask("o1", null, METAL + " BUY 5");
        OrderState state = told("o1", "BUY", "5", OrderStatus.NEW, "0", 1, null);
        state = traded(state, "x1", "3", OrderStatus.PARTIALLY_FILLED, "3");
        state = traded(state, "x2", "2", OrderStatus.FILLED, "5");
        row(state, "500");
        working.add(new Book.Working(state.orderId(), "FILLED", decimal("0")));
        reserved("o1", "BUY", "RELEASED", "0");
    }

    private void restingPartlyFilled() {
        ask("o2", null, METAL + " SELL 4");
        OrderState state = told("o2", "SELL", "4", OrderStatus.NEW, "0", 1, null);
        state = traded(state, "x3", "1", OrderStatus.PARTIALLY_FILLED, "1");
        row(state, "100");
        working.add(new Book.Working(state.orderId(), "WORKING", decimal("3")));
        reserved("o2", "SELL", "RESERVED", "3");
    }

    private void rejected() {
        ask("o3", null, METAL + " BUY 900");
        row(told("o3", "BUY", "900", OrderStatus.REJECTED, "0", 1, null), "0");
        reserved("o3", "BUY", "REFUSED", "0");
    }

    private void cancelled() {
        ask("o4", null, METAL + " BUY 2");
        told("o4", "BUY", "2", OrderStatus.NEW, "0", 1, null);
        ask("c1", "o4", null);
        told("o4", "BUY", "2", OrderStatus.PENDING_CANCEL, "0", 2, "c1");
        OrderState state = told("o4", "BUY", "2", OrderStatus.CANCELLED, "0", 3, "c1");
        row(state, "0");
        working.add(new Book.Working(state.orderId(), "CANCELLED", decimal("2")));
        reserved("o4", "BUY", "RELEASED", "0");
    }

    private void cancelTooLate() {
        ask("c2", "o1", null);
        refused.add(ClientView.key(ACCOUNT, "c2"));
    }

    private void ask(
            String id,
            @org.jspecify.annotations.Nullable String original,
            @org.jspecify.annotations.Nullable String terms) {
        asked.add(new Asked(ACCOUNT, id, original, terms, Fate.RECEIVED));
        String subject = Subjects.orderCommand(original == null ? "submit" : "cancel", ACCOUNT);
        handle("order-submit", store(commandLog, "COMMANDS", subject, ACCOUNT + '/' + id), ACCOUNT + '/' + id);
    }

    /** A fact of an order, as order-submit tells it; facts that end an order are handled by risk-check. */
    private OrderState told(
            String id,
            String side,
            String quantity,
            OrderStatus status,
            String filled,
            long version,
            @org.jspecify.annotations.Nullable String cancelId) {
        OrderState state = new OrderState(
                "order-" + id,
                id,
                ACCOUNT,
                USER,
                METAL,
                Side.valueOf(side),
                OrderType.LIMIT,
                TimeInForce.DAY,
                quantity,
                "100",
                status,
                filled,
                leaves(quantity, filled, status),
                null,
                null,
                null,
                null,
                cancelId,
                null,
                null,
                version,
                AT);
        seen.put(ClientView.key(ACCOUNT, id), state);
        String verb =
                status == OrderStatus.REJECTED ? "rejected" : status == OrderStatus.CANCELLED ? "cancelled" : "changed";
        emit("order-submit", Subjects.orderFact(verb, ACCOUNT, state.orderId()), Wire.encode(state));
        return state;
    }

    private OrderState traded(OrderState order, String execution, String part, OrderStatus status, String filled) {
        trades.add(new Book.Trade(
                execution, order.orderId(), ACCOUNT, METAL, order.side().name(), decimal(part), decimal("100")));
        emit("paper-venue", Subjects.tradeFact(ACCOUNT, order.orderId()), execution.getBytes(StandardCharsets.UTF_8));
        Stored trade = eventLog.getLast();
        handle("position", trade, execution);
        handle("risk-check", trade, "execution:" + execution);
        handle("order-submit", trade, "execution:" + execution);
        return told(
                order.clientOrderId(),
                order.side().name(),
                order.quantity(),
                status,
                filled,
                order.version() + 1,
                null);
    }

    private void row(OrderState state, String value) {
        orders.add(new Book.Order(
                state.orderId(),
                ACCOUNT,
                state.clientOrderId(),
                USER,
                METAL,
                state.side().name(),
                decimal(state.quantity()),
                state.status().name(),
                decimal(state.filled()),
                decimal(value),
                state.version()));
    }

    private void reserved(String id, String side, String state, String remaining) {
        reservations.add(new Book.Reservation(ACCOUNT, id, METAL, side, state, decimal(remaining)));
    }

    private void emit(String function, String subject, byte[] body) {
        long ordinal = 1
                + events.stream()
                        .filter(event -> event.function().equals(function))
                        .count();
        String id = function + "/event/" + ordinal;
        events.add(new Book.Event(function, PARTITION, ordinal, id, subject, "fact", body));
        Stored stored = store(eventLog, "EVENTS", subject, id);
        if (subject.contains(".rejected.") || subject.contains(".cancelled.")) {
            handle("risk-check", stored, id);
        }
    }

    private static Stored store(List<Stored> log, String stream, String subject, String id) {
        Stored stored = new Stored(stream, log.size() + 1L, subject, id, AT, false, new byte[0]);
        log.add(stored);
        return stored;
    }

    private void handle(String function, Stored message, String identity) {
        remembered.add(new Book.Remembered(function, identity, message.stream(), message.sequence()));
        List<Book.Audit> chain =
                audits.stream().filter(row -> row.function().equals(function)).toList();
        String before = chain.isEmpty() ? "00".repeat(32) : chain.getLast().hash();
        Book.Audit bare = new Book.Audit(
                function,
                PARTITION,
                chain.size() + 1L,
                identity,
                message.stream(),
                message.sequence(),
                AT,
                message.subject(),
                message.subject().getBytes(StandardCharsets.UTF_8),
                "handled",
                "");
        audits.add(withHash(bare, AuditChainHolds.hash(before, bare)));
        cursors.put(Followed.key(function, PARTITION, message.stream()), message.sequence());
    }

    static Book.Audit withHash(Book.Audit row, String hash) {
        return new Book.Audit(
                row.function(),
                row.partition(),
                row.ordinal(),
                row.messageId(),
                row.stream(),
                row.sequence(),
                row.at(),
                row.subject(),
                row.input(),
                row.outcome(),
                hash);
    }

    private static String leaves(String quantity, String filled, OrderStatus status) {
        boolean open = status == OrderStatus.NEW
                || status == OrderStatus.PARTIALLY_FILLED
                || status == OrderStatus.PENDING_CANCEL;
        return open ? decimal(quantity).subtract(decimal(filled)).toPlainString() : "0";
    }
}
