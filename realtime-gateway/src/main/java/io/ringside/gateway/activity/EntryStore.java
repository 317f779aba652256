package io.ringside.gateway.activity;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.contracts.Side;
import io.ringside.contracts.activity.ActivityEntry;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code activity.entry}. */
@Singleton
class EntryStore {
    private final JdbcOperations jdbc;

    EntryStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page.
     *
     * @param readers whose entries may be in it
     * @param after only entries behind this place
     */
    @Transactional(readOnly = true)
    List<ActivityEntry> page(List<String> readers, Wish wish, @Nullable Place after, int limit) {
        PageStatement page = PageStatement.of(readers, wish, after, limit);
        return jdbc.prepareStatement(page.sql(), statement -> {
            page.bind(statement);
            List<ActivityEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        });
    }

    private static ActivityEntry entry(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("price");
        return new ActivityEntry(
                ActivityEntry.Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("origin"),
                row.getString("account"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("instrument"),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity").toPlainString(),
                price == null ? null : price.toPlainString(),
                row.getString("counterparty"),
                row.getObject("firms_asked", Integer.class),
                row.getString("status"),
                row.getString("tenor"),
                row.getObject("prompt_date", LocalDate.class),
                row.getLong("version"));
    }
}
