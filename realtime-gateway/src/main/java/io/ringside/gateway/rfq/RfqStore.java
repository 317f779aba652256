package io.ringside.gateway.rfq;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.gateway.http.StoredPage;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rfq.view}, the newest first: one row for each party of a request, with the very bytes of what that party
 * was told last.
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

    /**
     * A page of what a user was told.
     *
     * @param before only requests older than this place
     * @param all whether ended ones are wanted too
     */
    @Transactional(readOnly = true)
    List<StoredPage.Row> page(String party, StoredPage.@Nullable Place before, boolean all, int limit) {
        return jdbc.prepareStatement(PAGE, statement -> {
            statement.setString(1, party);
            statement.setBoolean(2, all);
            StoredPage.bind(statement, 3, before);
            statement.setInt(6, limit);
            return StoredPage.rows(statement);
        });
    }
}
