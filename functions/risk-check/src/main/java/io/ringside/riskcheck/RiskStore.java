package io.ringside.riskcheck;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Key;
import io.ringside.riskcheck.RiskBook.Line;
import io.ringside.runtime.sql.Columns;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exposures, limits and reservations in PostgreSQL. The call and the consume loop both lock exposure rows first, in
 * the order of account and instrument, and read reservations only then; so they wait for each other and never deadlock.
 */
@Singleton
class RiskStore {
    /** In a transaction of its own, before the locks: an insert among them could wait for a row that waits for them. */
    private static final String MAKE_LINES = """
            insert into risk.exposure (account, instrument)
            select * from unnest(?::text[], ?::text[]) as wanted (account, instrument)
            order by account, instrument
            on conflict do nothing
            """;

    /** One look into the index for each line, in order, so that the locks are taken in that order too. */
    private static final String LOCK_LINES = """
            select e.*, l.order_quantity_max, l.order_notional_max, l.net_position_max,
                   l.collar_bps, l.quote_age_max_ms, l.restricted, l.version
            from (select * from unnest(?::text[], ?::text[]) as keys (account, instrument)
                  order by account, instrument) wanted
            cross join lateral (
                select account, instrument, net, reserved_buy, reserved_sell from risk.exposure
                where account = wanted.account and instrument = wanted.instrument
                for update
            ) e
            left join risk.account_limit l on l.account = e.account and l.instrument = e.instrument
            """;

    /** One look into the index for each order, whatever the planner knows of a table that grows fast. */
    private static final String READ_RESERVATIONS = """
            select r.*
            from unnest(?::text[], ?::text[]) as wanted (account, client_order_id)
            cross join lateral (
                select account, client_order_id, instrument, side, state, quantity, traded, remaining,
                       reason, reason_text, limit_version, reference_price,
                       limit_kind, limit_level, limit_used, limit_maximum
                from risk.reservation
                where account = wanted.account and client_order_id = wanted.client_order_id
                limit 1
            ) r
            """;

    /**
     * Lines and changed reservations exist and are found by their keys; a new one that exists is a defect and fails.
     */
    private static final String WRITE = """
            with moved as (
                insert into risk.exposure (account, instrument, net, reserved_buy, reserved_sell)
                select * from unnest(?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[])
                on conflict (account, instrument) do update
                set net = excluded.net, reserved_buy = excluded.reserved_buy, reserved_sell = excluded.reserved_sell
            ), changed as (
                insert into risk.reservation (account, client_order_id, instrument, side, state, quantity, traded,
                       remaining, reason, reason_text, limit_version, reference_price,
                       limit_kind, limit_level, limit_used, limit_maximum)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
                       ?::numeric[], ?::text[], ?::text[], ?::bigint[], ?::numeric[],
                       ?::text[], ?::smallint[], ?::numeric[], ?::numeric[])
                on conflict (account, client_order_id) do update
                set state = excluded.state, quantity = excluded.quantity, traded = excluded.traded,
                    remaining = excluded.remaining
            )
            insert into risk.reservation (account, client_order_id, instrument, side, state, quantity, traded,
                   remaining, reason, reason_text, limit_version, reference_price,
                   limit_kind, limit_level, limit_used, limit_maximum)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
                   ?::numeric[], ?::text[], ?::text[], ?::bigint[], ?::numeric[],
                   ?::text[], ?::smallint[], ?::numeric[], ?::numeric[])
            """;

    private final JdbcOperations jdbc;
    private final Set<Key> made = ConcurrentHashMap.newKeySet();

    RiskStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the rows that will be locked. To be called outside a transaction. Rows are never deleted. */
    void makeLines(Collection<Key> keys) {
        List<Key> missing =
                keys.stream().filter(key -> !made.contains(key)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MAKE_LINES)) {
                RiskRows.keys(Columns.of(statement), missing);
                return statement.executeUpdate();
            }
        });
        made.addAll(missing);
    }

    /**
     * The lines that these orders hold something of. A fact may name another instrument: that of an order which was
     * refused while another one under its id was being reserved.
     */
    Set<Key> heldBy(Collection<Id> ids) {
        return jdbc.execute(connection -> {
            Set<Key> keys = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(READ_RESERVATIONS)) {
                RiskRows.ids(Columns.of(statement), ids);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (Reservation.State.valueOf(rows.getString("state")) == Reservation.State.RESERVED) {
                            keys.add(new Key(rows.getString("account"), rows.getString("instrument")));
                        }
                    }
                }
            }
            return keys;
        });
    }

    /** Locks the lines and reads what is known of the orders, inside the caller's transaction. */
    RiskBook load(Collection<Key> keys, Collection<Id> ids, InstrumentTable instruments) {
        return jdbc.execute(connection -> {
            Map<Key, Line> lines = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(LOCK_LINES)) {
                RiskRows.keys(Columns.of(statement), keys);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Instrument instrument = instruments.require(rows.getString("instrument"));
                        lines.put(new Key(rows.getString("account"), instrument.id()), RiskRows.line(rows, instrument));
                    }
                }
            }
            Map<Id, Reservation> known = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(READ_RESERVATIONS)) {
                RiskRows.ids(Columns.of(statement), ids);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Reservation reservation = RiskRows.reservation(rows, instruments);
                        known.put(reservation.id(), reservation);
                    }
                }
            }
            return new RiskBook(instruments, lines, known);
        });
    }

    /** Writes what changed, in one statement. */
    void save(RiskBook book) {
        if (book.isUnchanged()) {
            return;
        }
        jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
                Columns columns = Columns.of(statement);
                RiskRows.exposures(columns, book.moved());
                RiskRows.reservations(columns, book.changed());
                RiskRows.reservations(columns, book.added());
                return statement.executeUpdate();
            }
        });
    }
}
