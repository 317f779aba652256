package io.ringside.ordersubmit.desk;

import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.order.CancelRequest;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that an account has open is wanted back, or what of it matches: pure. */
public final class MassCancel {
    private static final Comparator<Order> OLDEST_FIRST =
            Comparator.comparing(order -> order.terms().orderId());

    private final OrderTable table;

    public MassCancel(OrderTable table) {
        this.table = table;
    }

    /**
     * Requests the cancel of each order as if it had been asked for alone, and tells the sender how many there are.
     *
     * @param others open orders that match and that the table does not know
     */
    public Decision cancel(CancelOrders command, OpenOrders others, Instant at) {
        List<Order> known = table.openOf(command.account())
                .filter(order -> matches(order.terms(), command))
                .toList();
        List<Order> free =
                known.stream().filter(order -> !isCancelPending(order)).toList();
        List<Order> chosen = Stream.concat(free.stream(), others.first().stream())
                .sorted(OLDEST_FIRST)
                .limit(CancelOrders.ORDERS_MAX)
                .toList();
        CancelRequest request = new CancelRequest(command.clientOrderId(), command.user());
        List<Emission> told = new ArrayList<>();
        for (Order order : chosen) {
            Order pending = table.keep(order.cancelRequested(request, at));
            told.addAll(Announcement.changed("cancel-requested", pending.state(null), command.user()));
        }
        int pending = known.size() - free.size() + others.cancelPending();
        int matched = free.size() + others.count() + pending;
        told.add(Announcement.report(new MassCancelReport(
                command.clientOrderId(),
                command.account(),
                command.user(),
                command.instrument(),
                command.side(),
                matched,
                chosen.size(),
                pending,
                matched - pending - chosen.size(),
                at)));
        return Decision.of("mass-cancel", told);
    }

    private static boolean isCancelPending(Order order) {
        return order.status() == OrderStatus.PENDING_CANCEL;
    }

    private static boolean matches(OrderTerms order, CancelOrders command) {
        return (command.instrument() == null || command.instrument().equals(order.instrument()))
                && (command.side() == null || command.side() == order.side());
    }
}
