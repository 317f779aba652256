package io.ringside.faults.check;

import static java.util.stream.Collectors.toMap;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The risk check holds what a price that may still be accepted would take, and nothing else of requests for quotes. */
final class EndedRequestsReserveNothing implements Check {
    /** How reservations of prices and acceptances begin; no order's does. */
    static final String PREFIX = "rfq-";

    @Override
    public String title() {
        return "only prices that may still be accepted are reserved for";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Book book = evidence.book();
        Map<String, Book.Rfq> open = book.negotiations().rfqs().stream()
                .filter(rfq -> rfq.status().equals("OPEN"))
                .collect(toMap(Book.Rfq::rfqId, rfq -> rfq, (one, two) -> one));
        Map<String, BigDecimal> firm = new HashMap<>();
        for (Book.Quote quote : book.negotiations().quotes()) {
            if (quote.status().equals("ACTIVE")) {
                Book.Rfq rfq = open.get(quote.rfqId());
                findings.must(
                        rfq != null, "%s has a firm price in request %s, which ended", quote.trader(), quote.rfqId());
                firm.put(quote.account() + "/" + quote.reservation(), rfq == null ? BigDecimal.ZERO : rfq.quantity());
            }
        }
        for (Book.Reservation reservation : book.reservations()) {
            if (reservation.clientOrderId().startsWith(PREFIX)) {
                BigDecimal due = firm.remove(reservation.key());
                BigDecimal expected = due == null ? BigDecimal.ZERO : due;
                findings.expect(
                        reservation.remaining().compareTo(expected) == 0,
                        "%s (%s) is reserved under %s, due is %s",
                        reservation.remaining(),
                        reservation.state(),
                        reservation.key(),
                        expected);
            }
        }
        firm.keySet().forEach(key -> findings.must(false, "a firm price has no reservation %s", key));
    }
}
