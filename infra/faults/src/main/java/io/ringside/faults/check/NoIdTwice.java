package io.ringside.faults.check;

import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What is unique for ever is there once. */
final class NoIdTwice implements Check {
    @Override
    public String title() {
        return "no id has two effects";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Book book = evidence.book();
        once(findings, "client order id", book.orders(), Book.Order::key);
        once(findings, "order id", book.orders(), Book.Order::orderId);
        once(findings, "execution", book.trades(), Book.Trade::executionId);
        once(findings, "reservation", book.reservations(), Book.Reservation::key);
        once(
                findings,
                "remembered message",
                book.runtime().remembered(),
                row -> row.function() + ' ' + row.messageId());
        once(findings, "event", book.runtime().events(), Book.Event::eventId);
        once(findings, "asked command", evidence.asked(), Asked::identity);
    }

    private static <T> void once(Findings findings, String what, List<T> rows, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (T row : rows) {
            String id = key.apply(row);
            findings.expect(seen.add(id), "%s %s is there twice", what, id);
        }
    }
}
