package io.ringside.runtime.journal;

import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.tenure.Holding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes how far each partition's events are published; a note of an older fence changes nothing. */
public final class PublishedNote {
    private final String function;

    /** Of this function. */
    public PublishedNote(String function) {
        this.function = function;
    }

    /** Writes it down for these. */
    public void write(Connection connection, Collection<Holding> holdings) throws SQLException {
        List<Object[]> rows = holdings.stream()
                .map(holding -> new Object[] {holding.partition(), holding.fence(), holding.published()})
                .toList();
        try (PreparedStatement statement = connection.prepareStatement("""
                update runtime.partition p set published = v.published
                from unnest(?, ?, ?) v(partition, fence, published)
                where p.function = ? and p.partition = v.partition and p.fence = v.fence
                  and p.published < v.published""")) {
            Columns.of(statement).rows(rows, "smallint", "bigint", "bigint").text(function);
            statement.executeUpdate();
        }
    }
}
