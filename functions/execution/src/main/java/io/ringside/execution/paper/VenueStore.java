package io.ringside.execution.paper;

import io.ringside.execution.book.Displayed;
import io.ringside.execution.book.VenueBook;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.trading.instrument.Instrument;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The books as PostgreSQL keeps them. A batch is one statement per table and direction. */
@Singleton
final class VenueStore {
    private final OrderTable orders;
    private final LiquidityTable liquidity;

    VenueStore(OrderTable orders, LiquidityTable liquidity) {
        this.orders = orders;
        this.liquidity = liquidity;
    }

    /**
     * The books of these instruments, as far as so many commands can touch them: orders they name, and those
     * within the reach of their quotes that they can use up.
     */
    Map<String, VenueBook> restore(
            Map<String, Instrument> instruments, Set<UUID> orderIds, Map<String, Reach> reaches, int commands) {
        long most = (long) commands * VenueBook.ORDERS_PER_COMMAND_MAX;
        Map<String, Displayed> displayed = liquidity.find(instruments);
        Map<String, VenueBook> books = new LinkedHashMap<>();
        instruments.forEach((id, instrument) ->
                books.put(id, new VenueBook(instrument, displayed.getOrDefault(id, Displayed.none(instrument)))));
        for (WorkingOrder order : orders.find(instruments, orderIds, reaches, most)) {
            Objects.requireNonNull(books.get(order.ticket().instrument())).restore(order);
        }
        return books;
    }

    /** Writes what changed in these books. */
    void save(Collection<VenueBook> books) {
        List<WorkingOrder> changed =
                books.stream().flatMap(book -> book.changed().stream()).toList();
        if (!changed.isEmpty()) {
            orders.save(changed);
        }
        List<VenueBook> matched =
                books.stream().filter(VenueBook::isDisplayedChanged).toList();
        if (!matched.isEmpty()) {
            liquidity.save(matched);
        }
    }
}
