package io.ringside.faults.check;

import static java.util.stream.Collectors.toMap;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The risk check holds for each order what may still be executed of it, and decided on each before it was routed. */
final class ReservationsAreOpenOrders implements Check {
    private static final String REFUSED = "REFUSED";

    @Override
    public String title() {
        return "reservations are what is left of open orders";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Book.Reservation> held = new HashMap<>(evidence.book().reservations().stream()
                .collect(toMap(Book.Reservation::key, row -> row, (one, two) -> one)));
        for (Book.Order order : evidence.book().orders()) {
            Book.Reservation reservation = held.remove(order.key());
            BigDecimal remaining = reservation == null ? BigDecimal.ZERO : reservation.remaining();
            findings.expect(
                    remaining.compareTo(order.leaves()) == 0,
                    "order %s (%s) has %s left and %s reserved",
                    order.key(),
                    order.status(),
                    order.leaves(),
                    remaining);
            boolean approved = reservation != null && !reservation.state().equals(REFUSED);
            findings.must(
                    order.status().equals("REJECTED") || approved,
                    "order %s was accepted without an approval of the risk check",
                    order.key());
        }
        for (Book.Reservation orphan : held.values()) {
            findings.must(
                    orphan.remaining().signum() == 0
                            || orphan.clientOrderId().startsWith(EndedRequestsReserveNothing.PREFIX),
                    "%s is reserved for %s, which is not in the book",
                    orphan.remaining(),
                    orphan.key());
        }
    }
}
