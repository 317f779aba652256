package io.ringside.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Asked.Verb;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.ClientView;
import io.ringside.faults.evidence.Evidence;
import io.ringside.testkit.AnOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small run in which everything holds: one order filled by two trades, one resting and partly filled, one rejected,
 * one cancelled, one cancel that came too late, one order that expired at the end of its day, one amended, a mass
 * cancel that found nothing, one command that was refused; and requests for quotes. Its lists may be spoilt by a test.
 */
final class SoundRun {
    static final String ACCOUNT = "BENCH-001";
    static final String METAL = "CA";
    private static final String USER = "alice";
    /** Facts that end an order without a fill; risk-check follows them. */
    private static final Set<OrderStatus> RELEASING =
            Set.of(OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    final List<Asked> asked = new ArrayList<>();
    final List<Book.Order> orders = new ArrayList<>();
    final List<Book.Working> working = new ArrayList<>();
    final List<Book.Trade> trades = new ArrayList<>();
    final List<Book.Holding> positions = new ArrayList<>();
    final List<Book.Exposure> exposures = new ArrayList<>();
    final List<Book.Reservation> reservations = new ArrayList<>();
    final Map<String, OrderState> seen = new HashMap<>();
    final Set<String> taken = new HashSet<>();
    final Set<String> refused = new HashSet<>();
    final RunLog log = new RunLog();
    final SoundDeals deals = new SoundDeals(this);

    SoundRun() {
        filledByTwo();
        restingPartlyFilled();
        rejected();
        cancelled();
        cancelTooLate();
        expiredAtTheEndOfItsDay();
        deals.tradedWithOneOfTwo();
        deals.cancelledWhilePriced();
        deals.stillOpen();
        amended();
        allTakenBack();
        asked.add(new Asked(Verb.SUBMIT, ACCOUNT, "r1", null, METAL + " BUY 1", Fate.REFUSED));
        positions.add(new Book.Holding(ACCOUNT, METAL, decimal("4")));
        exposures.add(new Book.Exposure(ACCOUNT, METAL, decimal("4"), decimal("0"), decimal("5")));
    }

    Evidence evidence() {
        return new Evidence(
                List.copyOf(asked),
                List.of(new ClientView(
                        USER, Set.of(ACCOUNT), Map.copyOf(seen), Set.copyOf(taken), Set.copyOf(refused), 0)),
                deals.dealings(),
                new Book(
                        List.copyOf(orders),
                        List.copyOf(working),
                        List.copyOf(trades),
                        List.copyOf(positions),
                        List.copyOf(exposures),
                        List.copyOf(reservations),
                        deals.negotiations(),
                        log.runtime()),
                List.copyOf(log.commands),
                List.copyOf(log.facts),
                List.copyOf(log.deadLetters));
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private void filledByTwo() {
        ask("o1", METAL + " BUY 5");
        OrderState state = told("o1", "BUY", "5", OrderStatus.NEW, "0", 1, null);
        state = traded(state, "x1", "3", OrderStatus.PARTIALLY_FILLED, "3");
        state = traded(state, "x2", "2", OrderStatus.FILLED, "5");
        row(state, "500");
        working.add(new Book.Working(state.orderId(), "FILLED", decimal("0")));
        reserved("o1", "BUY", "RELEASED", "0");
    }

    private void restingPartlyFilled() {
        ask("o2", METAL + " SELL 4");
        OrderState state = told("o2", "SELL", "4", OrderStatus.NEW, "0", 1, null);
        state = traded(state, "x3", "1", OrderStatus.PARTIALLY_FILLED, "1");
        row(state, "100");
        working.add(new Book.Working(state.orderId(), "WORKING", decimal("3")));
        reserved("o2", "SELL", "RESERVED", "3");
    }

    private void rejected() {
        ask("o3", METAL + " BUY 900");
        row(told("o3", "BUY", "900", OrderStatus.REJECTED, "0", 1, null), "0");
        reserved("o3", "BUY", "REFUSED", "0");
    }

    private void cancelled() {
        ask("o4", METAL + " BUY 2");
        told("o4", "BUY", "2", OrderStatus.NEW, "0", 1, null);
        change(Verb.CANCEL, "c1", "o4", null);
        taken.add(ClientView.key(ACCOUNT, "c1"));
        told("o4", "BUY", "2", OrderStatus.PENDING_CANCEL, "0", 2, "c1");
        OrderState state = told("o4", "BUY", "2", OrderStatus.CANCELLED, "0", 3, "c1");
        row(state, "0");
        working.add(new Book.Working(state.orderId(), "CANCELLED", decimal("2")));
        reserved("o4", "BUY", "RELEASED", "0");
    }

    private void cancelTooLate() {
        change(Verb.CANCEL, "c2", "o1", null);
        refused.add(ClientView.key(ACCOUNT, "c2"));
    }

    private void expiredAtTheEndOfItsDay() {
        ask("o5", METAL + " SELL 6");
        OrderState state = told("o5", "SELL", "6", OrderStatus.NEW, "0", 1, null);
        log.command(Subjects.venueCommand("close", METAL), "close/CA/2026-11-21T20:00:00Z/5/0", "paper-venue");
        Stored ended =
                log.fact("paper-venue", Subjects.venueFact("expired", ACCOUNT, state.orderId()), "{}".getBytes(UTF_8));
        log.handle("order-submit", ended, ended.messageId());
        row(told("o5", "SELL", "6", OrderStatus.EXPIRED, "0", 2, null), "0");
        working.add(new Book.Working(state.orderId(), "EXPIRED", decimal("6")));
        reserved("o5", "SELL", "RELEASED", "0");
    }

    /** Twice as much, which the venue takes: the first amend names the order no more when the second is told. */
    private void amended() {
        ask("o6", METAL + " SELL 1");
        told("o6", "SELL", "1", OrderStatus.NEW, "0", 1, null);
        change(Verb.AMEND, "a1", "o6", METAL + " SELL 2");
        told("o6", "SELL", "1", OrderStatus.PENDING_REPLACE, "0", 2, null);
        OrderState state = told("o6", "SELL", "2", OrderStatus.NEW, "0", 3, null);
        taken.add(ClientView.key(ACCOUNT, "a1"));
        row(state, "0");
        working.add(new Book.Working(state.orderId(), "WORKING", decimal("2")));
        reserved("o6", "SELL", "RESERVED", "2");
    }

    private void allTakenBack() {
        change(Verb.CANCEL_ALL, "m1", null, null);
        taken.add(ClientView.key(ACCOUNT, "m1"));
    }

    private void ask(String id, String terms) {
        change(Verb.SUBMIT, id, null, terms);
    }

    private void change(Verb verb, String id, @Nullable String original, @Nullable String terms) {
        asked.add(new Asked(verb, ACCOUNT, id, original, terms, Fate.RECEIVED));
        String subject =
                Subjects.orderCommand(verb.name().toLowerCase(Locale.ROOT).replace('_', '-'), ACCOUNT);
        log.command(subject, ACCOUNT + '/' + id, "order-submit");
    }

    /** A fact of an order, as order-submit tells it; facts that end an order are handled by risk-check. */
    private OrderState told(
            String id,
            String side,
            String quantity,
            OrderStatus status,
            String filled,
            long version,
            @Nullable String cancelId) {
        OrderState state = AnOrder.in(METAL, side + " DAY " + quantity + " @ 100")
                .of(ACCOUNT)
                .named("order-" + id, id)
                .state(status, filled, leaves(quantity, filled, status), cancelId, version);
        seen.put(ClientView.key(ACCOUNT, id), state);
        boolean releases = RELEASING.contains(status);
        String verb = releases ? status.name().toLowerCase(Locale.ROOT) : "changed";
        Stored fact = log.fact("order-submit", Subjects.orderFact(verb, ACCOUNT, state.orderId()), Wire.encode(state));
        if (releases) {
            log.handle("risk-check", fact, fact.messageId());
        }
        return state;
    }

    private OrderState traded(OrderState order, String execution, String part, OrderStatus status, String filled) {
        trades.add(new Book.Trade(
                execution, order.orderId(), ACCOUNT, METAL, order.side().name(), decimal(part), decimal("100")));
        Stored trade = log.fact("paper-venue", Subjects.tradeFact(ACCOUNT, order.orderId()), execution.getBytes(UTF_8));
        log.handle("position", trade, execution);
        log.handle("risk-check", trade, "execution:" + execution);
        log.handle("order-submit", trade, "execution:" + execution);
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

    private static String leaves(String quantity, String filled, OrderStatus status) {
        boolean open = status == OrderStatus.NEW
                || status == OrderStatus.PARTIALLY_FILLED
                || status == OrderStatus.PENDING_CANCEL
                || status == OrderStatus.PENDING_REPLACE;
        return open ? decimal(quantity).subtract(decimal(filled)).toPlainString() : "0";
    }
}
