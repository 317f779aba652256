package io.ringside.gateway.rfq;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rfq.view}, the newest first: one row for each party of a request, with the very bytes of what that party
 * was told last. Nothing is put together here, so nothing can be put together wrongly.
 */
@Singleton
class RfqStore {
    private static final String PAGE = """
        select requested_at, rfq_id, body from rfq.view
        where party = ? and (? or open)
          and (?::timestamptz is null or (requested_at, rfq_id) < (?::timestamptz, ?::uuid))
        order by requested_at desc, rfq_id desc limit ?\
        """;

    private final JdbcOperations jdbc;

    RfqStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a row stands in the list of its party. */
    record Place(OffsetDateTime requestedAt, UUID rfqId) {}

    /**
     * What one party was told of one request.
     *
     * @param body an {@code RfqView} as it was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Row(Place place, byte[] body) {}

    /**
     * A page of what a user was told.
     *
     * @param before only requests older than this place
     * @param all whether ended ones are wanted too
     */
    @Transactional(readOnly = true)
    List<Row> page(String party, @Nullable Place before, boolean all, int limit) {
        return jdbc.prepareStatement(PAGE, statement -> {
            statement.setString(1, party);
            statement.setBoolean(2, all);
            statement.setObject(3, before == null ? null : before.requestedAt());
            statement.setObject(4, before == null ? null : before.requestedAt());
            statement.setObject(5, before == null ? null : before.rfqId());
            statement.setInt(6, limit);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Place place = new Place(rows.getObject(1, OffsetDateTime.class), rows.getObject(2, UUID.class));
                    found.add(new Row(place, rows.getBytes(3)));
                }
            }
            return found;
        });
    }
}
