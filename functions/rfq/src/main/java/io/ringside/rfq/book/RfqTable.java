package io.ringside.rfq.book;

import io.ringside.contracts.Partitions;
import io.ringside.contracts.Side;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.rfq.desk.Told;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Terms;
import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.sql.SqlTime;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.SqlNumeric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code rfq.rfq} and {@code rfq.view} as negotiations and back; numbers and times are bound as exact text.
 */
final class RfqTable {
    private static final String WRITE = """
            insert into rfq.rfq as r (rfq_id, partition, client_rfq_id, account, requester, firm, instrument, side,
                   quantity, status, requested_at, expires_at, updated_at, version)
            select rfq_id::uuid, partition::smallint, client_rfq_id, account, requester, firm, instrument, side,
                   quantity::numeric, status, requested_at::timestamptz, expires_at::timestamptz,
                   updated_at::timestamptz, version::bigint
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as t (rfq_id, partition, client_rfq_id, account, requester, firm, instrument, side, quantity, status,
                      requested_at, expires_at, updated_at, version)
            on conflict (rfq_id) do update
            set status = excluded.status, updated_at = excluded.updated_at, version = excluded.version
            """;

    private static final List<Function<Negotiation, @Nullable Object>> COLUMNS = List.of(
            row -> row.terms().rfqId(),
            row -> Integer.toString(Partitions.of(row.terms().rfqId())),
            row -> row.terms().clientRfqId(),
            row -> row.terms().account(),
            row -> row.terms().requester(),
            row -> row.terms().firm(),
            row -> row.terms().instrument().id(),
            row -> row.terms().side().name(),
            row -> row.terms().quantity().text(),
            row -> row.status().name(),
            row -> row.terms().requestedAt().toString(),
            row -> row.terms().expiresAt().toString(),
            row -> row.updatedAt().toString(),
            row -> Long.toString(row.version()));

    private static final String WRITE_VIEWS = """
            insert into rfq.view (rfq_id, party, role, open, requested_at, body)
            select rfq_id::uuid, party, role, open, requested_at::timestamptz, body
            from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::bytea[])
                as t (rfq_id, party, role, open, requested_at, body)
            on conflict (rfq_id, party) do update set open = excluded.open, body = excluded.body
            """;

    private RfqTable() {}

    static Negotiation negotiation(ResultSet row, Instrument instrument, List<AnswerTable.Row> answers)
            throws SQLException {
        Terms terms = new Terms(
                row.getString("rfq_id"),
                row.getString("client_rfq_id"),
                row.getString("account"),
                row.getString("requester"),
                row.getString("firm"),
                instrument,
                Side.valueOf(row.getString("side")),
                SqlNumeric.quantity(row.getBigDecimal("quantity"), instrument.quantityScale()),
                SqlTime.instant(row, "requested_at"),
                SqlTime.instant(row, "expires_at"));
        return new Negotiation(
                terms,
                RfqStatus.valueOf(row.getString("status")),
                answers.stream().map(answer -> answer.on(instrument)).toList(),
                row.getLong("version"),
                SqlTime.instant(row, "updated_at"));
    }

    static void write(Connection connection, Collection<Negotiation> changed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            Columns columns = Columns.of(statement);
            for (Function<Negotiation, @Nullable Object> column : COLUMNS) {
                columns.column("text", changed, column);
            }
            statement.executeUpdate();
        }
    }

    static void writeViews(Connection connection, Collection<Told> told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE_VIEWS)) {
            Columns.of(statement)
                    .column("text", told, each -> each.view().rfqId())
                    .column("text", told, Told::party)
                    .column("text", told, each -> each.view().role().name())
                    .column("boolean", told, each -> each.view().status() == RfqStatus.OPEN)
                    .column("text", told, each -> each.view().requestedAt().toString())
                    .column("bytea", told, each -> Wire.encode(each.view()));
            statement.executeUpdate();
        }
    }
}
