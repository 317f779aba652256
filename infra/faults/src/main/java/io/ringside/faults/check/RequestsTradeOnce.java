package io.ringside.faults.check;

import static java.util.stream.Collectors.groupingBy;

import io.ringside.contracts.Wire;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that traded did so with one quote, in one trade of two sides: opposite, with the terms of that quote, each
 * told once and each booked once. Another has none.
 */
final class RequestsTradeOnce implements Check {
    private static final String FACTS = "evt.trade.negotiated.";
    private static final String TRADED = "TRADED";

    @Override
    public String title() {
        return "a request for quotes trades at most once, both sides on the same terms";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Book book = evidence.book();
        Map<String, List<Book.Quote>> quotes = book.negotiations().quotes().stream()
                .filter(quote -> quote.status().equals(TRADED))
                .collect(groupingBy(Book.Quote::rfqId));
        Map<String, List<Side>> told = told(book, findings);
        Map<String, List<Side>> booked = book.trades().stream()
                .collect(groupingBy(Book.Trade::orderId, Collectors.mapping(Side::of, Collectors.toList())));
        for (Book.Rfq rfq : book.negotiations().rfqs()) {
            String id = rfq.rfqId();
            List<Book.Quote> winners = quotes.getOrDefault(id, List.of());
            boolean traded = rfq.status().equals(TRADED);
            findings.expect(
                    winners.size() == (traded ? 1 : 0),
                    "request %s is %s with %d quotes that traded",
                    id,
                    rfq.status(),
                    winners.size());
            Set<Side> expected = traded && winners.size() == 1 ? sides(rfq, winners.getFirst()) : Set.of();
            same(findings, id, "told", expected, told.remove(id));
            same(findings, id, "booked", expected, booked.get(id));
        }
        told.keySet().forEach(id -> findings.must(false, "a trade was told of request %s, which is not there", id));
    }

    /** One side of a trade, as far as both ends have to agree on it. */
    private record Side(String account, String instrument, String does, BigDecimal quantity, BigDecimal price) {
        Side {
            quantity = quantity.stripTrailingZeros();
            price = price.stripTrailingZeros();
        }

        static Side of(Book.Trade trade) {
            return new Side(trade.account(), trade.instrument(), trade.side(), trade.quantity(), trade.price());
        }
    }

    private static Set<Side> sides(Book.Rfq rfq, Book.Quote winner) {
        String other = rfq.side().equals("BUY") ? "SELL" : "BUY";
        BigDecimal price = winner.price() == null ? BigDecimal.ZERO : winner.price();
        return Set.of(
                new Side(rfq.account(), rfq.instrument(), rfq.side(), rfq.quantity(), price),
                new Side(String.valueOf(winner.account()), rfq.instrument(), other, rfq.quantity(), price));
    }

    private static void same(Findings findings, String id, String how, Set<Side> expected, @Nullable List<Side> found) {
        List<Side> sides = found == null ? List.of() : found;
        findings.must(
                sides.size() == expected.size() && Set.copyOf(sides).equals(expected),
                "request %s: %s are %s, not %s",
                id,
                how,
                sides,
                expected);
    }

    private static Map<String, List<Side>> told(Book book, Findings findings) {
        Map<String, List<Side>> told = new HashMap<>();
        for (Book.Event event : book.runtime().events()) {
            if (event.subject().startsWith(FACTS)) {
                try {
                    TradeBooked trade = Wire.decode(event.body(), TradeBooked.class);
                    told.computeIfAbsent(trade.orderId(), id -> new ArrayList<>())
                            .add(new Side(
                                    trade.account(),
                                    trade.instrument(),
                                    trade.side().name(),
                                    new BigDecimal(trade.quantity()),
                                    new BigDecimal(trade.price())));
                } catch (Wire.UndecodableException e) {
                    findings.must(false, "event %s cannot be read: %s", event.eventId(), e.getMessage());
                }
            }
        }
        return told;
    }
}
