package io.ringside.faults.check;

import static java.util.stream.Collectors.toMap;

import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An order that was received is in the book; every other command that was received was decided. */
final class OneOutcomeForEachReceived implements Check {
    private static final String DECIDER = "order-submit";
    /** A resting order is an outcome; one whose cancel or amend is still under way is none. */
    private static final Set<String> OUTCOMES =
            Set.of("NEW", "PARTIALLY_FILLED", "FILLED", "CANCELLED", "EXPIRED", "REJECTED");

    @Override
    public String title() {
        return "every received command has exactly one outcome";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Book.Order> orders =
                evidence.book().orders().stream().collect(toMap(Book.Order::key, order -> order, (one, two) -> one));
        Set<String> decided = evidence.book().runtime().remembered().stream()
                .filter(remembered -> remembered.function().equals(DECIDER))
                .map(Book.Remembered::messageId)
                .collect(Collectors.toSet());
        Map<String, Long> audited = evidence.book().runtime().audits().stream()
                .filter(audit -> audit.function().equals(DECIDER))
                .collect(Collectors.groupingBy(Book.Audit::messageId, Collectors.counting()));
        for (Asked asked : evidence.asked()) {
            String id = asked.identity();
            findings.expect(asked.fate() != Asked.Fate.UNANSWERED, "%s was never answered", id);
            if (asked.fate() != Asked.Fate.RECEIVED) {
                continue;
            }
            findings.must(decided.contains(id), "%s was received and never decided", id);
            findings.must(
                    audited.getOrDefault(id, 0L) == 1, "%s was decided %d times", id, audited.getOrDefault(id, 0L));
            if (asked.isOrder()) {
                Book.Order order = orders.get(id);
                findings.must(order != null, "order %s was received and is not in the book", id);
                findings.must(
                        order == null || OUTCOMES.contains(order.status()),
                        "order %s has no outcome: it is %s",
                        id,
                        order == null ? "" : order.status());
            }
        }
    }
}
