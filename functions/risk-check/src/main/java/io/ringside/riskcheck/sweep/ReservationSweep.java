package io.ringside.riskcheck.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is reserved with what open orders have left, pending amends would add and quotes promise, and the sums
 * with the exposure. Events on their way make differences that pass; one that two sweeps in a row see alike is
 * reported.
 */
@Singleton
public class ReservationSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ReservationSweep.class);
    /** Differences that one sweep reads; more would say nothing more. */
    private static final int DIFFERENCES_MAX = 1_000;

    private static final String DIFFERENCES = """
            with held as (
                select account, client_order_id, remaining from risk.reservation where remaining > 0
            ), open as (
                select account, client_order_id, quantity - filled as leaves
                from orders.orders where status in ('NEW', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'PENDING_REPLACE')
                union all
                select account, amend_id, amend_quantity - quantity
                from orders.orders
                where status in ('PENDING_CANCEL', 'PENDING_REPLACE') and amend_quantity > quantity
                union all
                select q.account, q.reservation, r.quantity
                from rfq.quote q join rfq.rfq r using (rfq_id) where q.status = 'ACTIVE'
            ), summed as (
                select account, instrument,
                       coalesce(sum(remaining) filter (where side = 'BUY'), 0) as buy,
                       coalesce(sum(remaining) filter (where side = 'SELL'), 0) as sell
                from risk.reservation where remaining > 0 group by account, instrument
            )
            select 'order ' || account || '/' || client_order_id || ' has ' || coalesce(leaves, 0)
                   || ' left and ' || coalesce(remaining, 0) || ' reserved'
            from held full join open using (account, client_order_id)
            where held.remaining is distinct from open.leaves
            union all
            select 'exposure ' || account || '/' || instrument || ' reserves ' || coalesce(e.reserved_buy, 0) || ' and '
                   || coalesce(e.reserved_sell, 0) || ', its orders ' || coalesce(s.buy, 0) || ' and '
                   || coalesce(s.sell, 0)
            from risk.exposure e full join summed s using (account, instrument)
            where coalesce(e.reserved_buy, 0) <> coalesce(s.buy, 0)
               or coalesce(e.reserved_sell, 0) <> coalesce(s.sell, 0)
            limit ?
            """;

    private final JdbcOperations jdbc;
    private final AtomicInteger lasting;
    private Set<String> before = Set.of();

    ReservationSweep(JdbcOperations jdbc, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.lasting = metrics.gauge("ringside.risk.reservation.differences", new AtomicInteger());
    }

    /** Sweeps once and gives the differences that lasted since the sweep before. */
    @Scheduled(initialDelay = "${ringside.risk.sweep:60s}", fixedDelay = "${ringside.risk.sweep:60s}")
    public synchronized Set<String> sweep() {
        Set<String> now = differences();
        Set<String> lasted = new HashSet<>(now);
        lasted.retainAll(before);
        before = now;
        lasting.set(lasted.size());
        lasted.forEach(difference -> LOG.error("reservations and orders differ: {}", difference));
        return lasted;
    }

    private Set<String> differences() {
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DIFFERENCES)) {
                statement.setInt(1, DIFFERENCES_MAX);
                try (ResultSet rows = statement.executeQuery()) {
                    Set<String> found = new HashSet<>();
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                    return found;
                }
            }
        });
    }
}
