package io.ringside.faults.check;

import static java.util.stream.Collectors.groupingBy;

import io.ringside.contracts.order.OrderState;
import io.ringside.faults.evidence.Asked;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.ClientView;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each client's last view of its orders is the book's; of each cancel and amend it was told what became of it. */
final class ClientsSeeTheBook implements Check {
    @Override
    public String title() {
        return "each client's final view is the book";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, List<Book.Order>> byTrader =
                evidence.book().orders().stream().collect(groupingBy(Book.Order::trader));
        for (ClientView view : evidence.views()) {
            Set<String> unknown = new HashSet<>(view.orders().keySet());
            for (Book.Order order : byTrader.getOrDefault(view.user(), List.of())) {
                unknown.remove(order.key());
                OrderState seen = view.orders().get(order.key());
                findings.expect(
                        seen != null && agrees(order, seen),
                        "%s sees order %s as %s, it is %s version %d with %s filled",
                        view.user(),
                        order.key(),
                        shown(seen),
                        order.status(),
                        order.version(),
                        order.filled());
            }
            unknown.forEach(key -> findings.must(false, "%s sees order %s, which is not there", view.user(), key));
            changes(evidence, view, findings);
        }
    }

    /** With a gap a notice may be gone; the states then come from a query, what became of a change from nowhere. */
    private static void changes(Evidence evidence, ClientView view, Findings findings) {
        for (Asked asked : evidence.asked()) {
            if (asked.isOrder()
                    || asked.fate() != Asked.Fate.RECEIVED
                    || view.gaps() > 0
                    || !view.accounts().contains(asked.account())) {
                continue;
            }
            findings.expect(
                    view.taken().contains(asked.identity()) || view.refused().contains(asked.identity()),
                    "%s was never told what became of %s %s",
                    view.user(),
                    asked.verb(),
                    asked.identity());
        }
    }

    private static boolean agrees(Book.Order order, OrderState seen) {
        return seen.version() == order.version()
                && seen.status().name().equals(order.status())
                && seen.orderId().equals(order.orderId())
                && new BigDecimal(seen.filled()).compareTo(order.filled()) == 0
                && new BigDecimal(seen.leaves()).compareTo(order.leaves()) == 0;
    }

    private static String shown(@Nullable OrderState seen) {
        return seen == null
                ? "nothing"
                : "%s version %d with %s filled".formatted(seen.status(), seen.version(), seen.filled());
    }
}
