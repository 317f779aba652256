package io.ringside.faults.check;

import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderState;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of an order carry its versions 1, 2, 3 and so on, in the order in which they were made, up to the book's.
 */
final class VersionsWithoutGaps implements Check {
    private static final String FACTS = "evt.order.";

    @Override
    public String title() {
        return "the facts of each order carry its versions in order, without gaps";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Long> last = new HashMap<>();
        List<Book.Event> facts = evidence.book().runtime().events().stream()
                .filter(event -> event.subject().startsWith(FACTS))
                .sorted(Comparator.comparingInt(Book.Event::partition).thenComparingLong(Book.Event::ordinal))
                .toList();
        for (Book.Event fact : facts) {
            try {
                OrderState state = Wire.decode(fact.body(), OrderState.class);
                long before = last.getOrDefault(state.orderId(), 0L);
                findings.expect(
                        state.version() == before + 1,
                        "order %s goes from version %d to %d",
                        state.clientOrderId(),
                        before,
                        state.version());
                last.put(state.orderId(), state.version());
            } catch (Wire.UndecodableException e) {
                findings.must(false, "event %s cannot be read: %s", fact.eventId(), e.getMessage());
            }
        }
        for (Book.Order order : evidence.book().orders()) {
            long told = last.getOrDefault(order.orderId(), 0L);
            findings.must(
                    told == order.version(),
                    "order %s has version %d, its last fact %d",
                    order.key(),
                    order.version(),
                    told);
        }
    }
}
