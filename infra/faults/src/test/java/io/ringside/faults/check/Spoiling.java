package io.ringside.faults.check;

import static io.ringside.faults.check.SoundRun.ACCOUNT;
import static io.ringside.faults.check.SoundRun.METAL;
import static io.ringside.faults.check.SoundRun.decimal;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.contracts.Partitions;
import io.ringside.contracts.order.OrderState;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.ClientView;
import io.ringside.faults.evidence.Followed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ways to spoil a sound run. */
final class Spoiling {
    private Spoiling() {}

    static String key(String id) {
        return ClientView.key(ACCOUNT, id);
    }

    static String place(String function) {
        return Followed.key(function, Partitions.of(ACCOUNT), "EVENTS");
    }

    /** A received command leaves no trace. */
    static void forget(SoundRun run, String id) {
        run.log.remembered.removeIf(row -> row.messageId().equals(id));
        run.log.audits.removeIf(row -> row.messageId().equals(id));
    }

    static void order(SoundRun run, String id, UnaryOperator<Book.Order> change) {
        run.orders.replaceAll(row -> row.clientOrderId().equals(id) ? change.apply(row) : row);
    }

    static Book.Order with(Book.Order row, String status, String filled) {
        return new Book.Order(
                row.orderId(),
                row.account(),
                row.clientOrderId(),
                row.trader(),
                row.instrument(),
                row.side(),
                row.quantity(),
                status,
                decimal(filled),
                row.filledValue(),
                row.version());
    }

    static void refuse(SoundRun run, String id) {
        asked(run, id, row -> row.answered(Fate.REFUSED));
    }

    static void terms(SoundRun run, String id, String terms) {
        asked(run, id, row -> new Asked(row.verb(), row.account(), id, row.original(), terms, row.fate()));
    }

    static Book.Trade trade(String execution, String orderId, String side, String quantity) {
        return new Book.Trade(execution, orderId, ACCOUNT, METAL, side, decimal(quantity), decimal("100"));
    }

    static Book.Trade repriced(Book.Trade row) {
        return new Book.Trade(
                row.executionId(),
                row.orderId(),
                row.account(),
                row.instrument(),
                row.side(),
                row.quantity(),
                decimal("101"));
    }

    static void leaves(SoundRun run, String orderId, String leaves) {
        run.working.replaceAll(
                row -> row.orderId().equals(orderId) ? new Book.Working(orderId, row.state(), decimal(leaves)) : row);
    }

    static void reserve(SoundRun run, String id, String remaining) {
        run.reservations.replaceAll(row -> row.clientOrderId().equals(id)
                ? new Book.Reservation(ACCOUNT, id, METAL, row.side(), "RESERVED", decimal(remaining))
                : row);
    }

    static Book.Exposure exposure(String net, String reservedSell) {
        return new Book.Exposure(ACCOUNT, METAL, decimal(net), decimal("0"), decimal(reservedSell));
    }

    /** The client stopped at an earlier version. */
    static void see(SoundRun run, String id, long version) {
        OrderState told = run.seen.get(key(id));
        if (told == null) {
            throw new IllegalArgumentException(id);
        }
        run.seen.put(
                key(id),
                new OrderState(
                        told.orderId(),
                        told.clientOrderId(),
                        told.account(),
                        told.user(),
                        told.instrument(),
                        told.side(),
                        told.orderType(),
                        told.timeInForce(),
                        told.quantity(),
                        told.limitPrice(),
                        told.expiresAt(),
                        told.status(),
                        told.filled(),
                        told.leaves(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        version,
                        told.at()));
    }

    static void swapOrdinals(SoundRun run, String one, String other) {
        long first = event(run, one).ordinal();
        long second = event(run, other).ordinal();
        run.log.events.replaceAll(row -> row.eventId().equals(one)
                ? renumbered(row, second)
                : row.eventId().equals(other) ? renumbered(row, first) : row);
    }

    static void unreadable(SoundRun run, String id) {
        run.log.events.replaceAll(row -> row.eventId().equals(id)
                ? new Book.Event(
                        row.function(), row.partition(), row.ordinal(), id, row.subject(), row.type(), new byte[] {'{'})
                : row);
    }

    static void reverse(SoundRun run, String one, String other) {
        int first = indexOf(run.log.facts, one);
        int second = indexOf(run.log.facts, other);
        Stored before = run.log.facts.get(first);
        Stored after = run.log.facts.get(second);
        run.log.facts.set(first, at(after, before.sequence()));
        run.log.facts.set(second, at(before, after.sequence()));
    }

    static Stored stored(String id) {
        return new Stored(
                "EVENTS", 999, "evt.order.accepted.1." + ACCOUNT + ".x", id, Instant.EPOCH, false, new byte[0]);
    }

    static void audit(SoundRun run, int index, UnaryOperator<Book.Audit> change) {
        run.log.audits.set(index, change.apply(run.log.audits.get(index)));
    }

    static Book.Audit edited(Book.Audit row) {
        return copy(row, row.at(), row.input(), "accepted");
    }

    static Book.Audit ended(Book.Audit row, String outcome) {
        return copy(row, row.at(), row.input(), outcome);
    }

    static Book.Audit otherInput(Book.Audit row) {
        return copy(row, row.at(), "other".getBytes(StandardCharsets.UTF_8), row.outcome());
    }

    static Book.Audit later(Book.Audit row) {
        return copy(row, row.at().plusNanos(1_000), row.input(), row.outcome());
    }

    /** Two rows of one chain exchange what they say and keep their numbers. */
    static void swapAudits(SoundRun run) {
        List<Book.Audit> chain = run.log.audits.stream()
                .filter(row -> row.function().equals("order-submit"))
                .limit(2)
                .toList();
        int first = run.log.audits.indexOf(chain.getFirst());
        int second = run.log.audits.indexOf(chain.getLast());
        Collections.swap(run.log.audits, first, second);
        audit(run, first, row -> numbered(row, chain.getFirst().ordinal()));
        audit(run, second, row -> numbered(row, chain.getLast().ordinal()));
    }

    private static void asked(SoundRun run, String id, UnaryOperator<Asked> change) {
        run.asked.replaceAll(row -> row.clientOrderId().equals(id) ? change.apply(row) : row);
    }

    private static Book.Event event(SoundRun run, String id) {
        return run.log.events.stream()
                .filter(row -> row.eventId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Book.Event renumbered(Book.Event row, long ordinal) {
        return new Book.Event(
                row.function(), row.partition(), ordinal, row.eventId(), row.subject(), row.type(), row.body());
    }

    private static int indexOf(List<Stored> log, String id) {
        return log.stream().map(Stored::messageId).toList().indexOf(id);
    }

    private static Stored at(Stored row, long sequence) {
        return new Stored(row.stream(), sequence, row.subject(), row.messageId(), row.at(), row.inBatch(), row.body());
    }

    private static Book.Audit copy(Book.Audit row, Instant at, byte[] input, String outcome) {
        return new Book.Audit(
                row.function(),
                row.partition(),
                row.ordinal(),
                row.messageId(),
                row.stream(),
                row.sequence(),
                at,
                row.subject(),
                input,
                outcome,
                row.hash());
    }

    private static Book.Audit numbered(Book.Audit row, long ordinal) {
        return new Book.Audit(
                row.function(),
                row.partition(),
                ordinal,
                row.messageId(),
                row.stream(),
                row.sequence(),
                row.at(),
                row.subject(),
                row.input(),
                row.outcome(),
                row.hash());
    }
}
