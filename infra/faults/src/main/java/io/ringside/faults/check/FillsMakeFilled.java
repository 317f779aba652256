package io.ringside.faults.check;

import static java.math.BigDecimal.ZERO;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An order is filled by exactly its trades, and its state says so. */
final class FillsMakeFilled implements Check {
    @Override
    public String title() {
        return "the fills of an order sum up to what it has filled";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, BigDecimal> quantity = new HashMap<>();
        Map<String, BigDecimal> value = new HashMap<>();
        for (Book.Trade trade : evidence.book().trades()) {
            quantity.merge(trade.orderId(), trade.quantity(), BigDecimal::add);
            value.merge(trade.orderId(), trade.quantity().multiply(trade.price()), BigDecimal::add);
        }
        Set<String> orders = new HashSet<>();
        for (Book.Order order : evidence.book().orders()) {
            orders.add(order.orderId());
            BigDecimal sum = quantity.getOrDefault(order.orderId(), ZERO);
            findings.expect(
                    sum.compareTo(order.filled()) == 0,
                    "order %s has filled %s, its trades %s",
                    order.key(),
                    order.filled(),
                    sum);
            BigDecimal worth = value.getOrDefault(order.orderId(), ZERO);
            findings.must(
                    worth.compareTo(order.filledValue()) == 0,
                    "order %s filled for %s, its trades for %s",
                    order.key(),
                    order.filledValue(),
                    worth);
            findings.must(
                    saysSo(order),
                    "order %s is %s with %s of %s filled",
                    order.key(),
                    order.status(),
                    order.filled(),
                    order.quantity());
        }
        evidence.book().negotiations().rfqs().forEach(rfq -> orders.add(rfq.rfqId()));
        for (Book.Trade trade : evidence.book().trades()) {
            findings.must(
                    orders.contains(trade.orderId()),
                    "trade %s belongs to no order and to no request",
                    trade.executionId());
        }
    }

    private static boolean saysSo(Book.Order order) {
        boolean nothing = order.filled().signum() == 0;
        boolean all = order.filled().compareTo(order.quantity()) == 0;
        return order.filled().compareTo(order.quantity()) <= 0
                && switch (order.status()) {
                    case "NEW", "REJECTED" -> nothing;
                    case "PARTIALLY_FILLED" -> !nothing && !all;
                    case "FILLED" -> all;
                    case "PENDING_CANCEL", "PENDING_REPLACE", "CANCELLED", "EXPIRED" -> !all;
                    default -> false;
                };
    }
}
