package io.ringside.rfq.book;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.CommandKey;
import io.ringside.reference.ReferenceData;
import io.ringside.rfq.desk.Announcement;
import io.ringside.rfq.desk.Told;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.runtime.Emission;
import io.ringside.runtime.sql.SqlTime;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests, answers and views in PostgreSQL: a statement for each table, whatever the size of the batch. */
@Singleton
public class RfqStore {
    private static final String LOAD = """
            select rfq_id, client_rfq_id, account, requester, firm, instrument, side, quantity, status, requested_at,
                   expires_at, updated_at, version
            from rfq.rfq where rfq_id = any (?::uuid[])
            """;

    private static final String RESERVATIONS = """
            select q.account, q.trader, q.rfq_id, q.reservation from rfq.quote q
            where q.rfq_id = any (?::uuid[]) and q.status = 'ACTIVE'
            """;

    private static final String OPEN_TIMERS = """
            select rfq_id, expires_at from rfq.rfq where status = 'OPEN' and partition = any (?)
            """;

    private static final String HELD =
            "select exists (select from rfq.quote where account = ? and reservation = ? and status = 'ACTIVE')";

    private final JdbcOperations jdbc;
    private final ReferenceData reference;

    RfqStore(JdbcOperations jdbc, ReferenceData reference) {
        this.jdbc = jdbc;
        this.reference = reference;
    }

    /** One counterparty of one request. */
    public record Party(String rfqId, String user) {}

    /** The requests with these ids, as far as there are any. */
    public Map<String, Negotiation> load(Collection<String> ids, InstrumentTable instruments) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.execute(connection -> {
            Map<String, List<AnswerTable.Row>> answers = AnswerTable.load(connection, ids);
            Map<String, Negotiation> found = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        String id = rows.getString("instrument");
                        var instrument = instruments.find(id).orElseGet(() -> reference
                                .instrumentsWith(List.of(id))
                                .require(id));
                        Negotiation negotiation = RfqTable.negotiation(
                                rows, instrument, answers.getOrDefault(rows.getString("rfq_id"), List.of()));
                        found.put(negotiation.terms().rfqId(), negotiation);
                    }
                }
            }
            return found;
        });
    }

    /** Under which name risk is held for the prices that may be accepted now. To be called outside a transaction. */
    public Map<Party, String> reservations(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.execute(connection -> {
            Map<Party, String> held = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(RESERVATIONS)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        held.put(
                                new Party(rows.getString("rfq_id"), rows.getString("trader")),
                                rows.getString("reservation"));
                    }
                }
            }
            return held;
        });
    }

    /** Whether risk is held under this name for a price that may be accepted. */
    public boolean holds(CommandKey reservation) {
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HELD)) {
                statement.setString(1, reservation.account());
                statement.setString(2, reservation.id());
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getBoolean(1);
                }
            }
        });
    }

    /** The timers of the open requests of these partitions. */
    public List<Emission> timers(Set<Integer> partitions) {
        return jdbc.execute(connection -> {
            List<Emission> timers = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(OPEN_TIMERS)) {
                statement.setArray(1, connection.createArrayOf("smallint", partitions.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        timers.add(Announcement.timer(rows.getString("rfq_id"), SqlTime.instant(rows, "expires_at")));
                    }
                }
            }
            return timers;
        });
    }

    /** Writes requests at their newest version and what their parties were told last. */
    public void save(Collection<Negotiation> changed, Collection<Told> told) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.execute(connection -> {
            RfqTable.write(connection, changed);
            AnswerTable.write(connection, changed);
            RfqTable.writeViews(connection, told);
            return changed.size();
        });
    }
}
