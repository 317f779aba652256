package io.ringside.faults.check;

import static java.util.stream.Collectors.toMap;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.HashMap;
import java.util.Map;

/** What is accepted is at the venue, with the same quantity left; what was rejected never was. */
final class VenueAgrees implements Check {
    private static final String WORKING = "WORKING";

    @Override
    public String title() {
        return "open orders are those that the venue works, with the same left";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Book.Working> venue = new HashMap<>(evidence.book().working().stream()
                .collect(toMap(Book.Working::orderId, row -> row, (one, two) -> one)));
        for (Book.Order order : evidence.book().orders()) {
            Book.Working working = venue.remove(order.orderId());
            findings.expect(
                    (working != null) != order.status().equals("REJECTED"),
                    "order %s is %s and %s",
                    order.key(),
                    order.status(),
                    working == null ? "never came to the venue" : "came to the venue");
            if (working == null) {
                continue;
            }
            boolean works = working.state().equals(WORKING);
            findings.must(
                    works == order.isOpen(),
                    "order %s is %s, at the venue %s",
                    order.key(),
                    order.status(),
                    working.state());
            findings.must(
                    !works || working.leaves().compareTo(order.leaves()) == 0,
                    "order %s has %s left, at the venue %s",
                    order.key(),
                    order.leaves(),
                    working.leaves());
        }
        venue.keySet().forEach(id -> findings.must(false, "the venue has order %s, the book has not", id));
    }
}
