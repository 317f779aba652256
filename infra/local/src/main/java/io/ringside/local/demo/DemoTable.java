package io.ringside.local.demo;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One file of rows: columns are named as the table names them.
 *
 * @param keep columns that are left alone in a row that exists; {@code *} leaves all
 * @param forEach each row once for each key of another table
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record DemoTable(
        String table,
        List<String> key,
        String because,
        @Nullable List<String> keep,
        @Nullable ForEach forEach,
        List<Map<String, Object>> rows) {
    private static final String EVERYTHING = "*";

    /** The table whose keys multiply the rows, and the column that takes the key. */
    @Serdeable
    record ForEach(String column, String table, String key) {}

    /** Whether the rows depend on what other tables hold. */
    boolean multiplies() {
        return forEach != null;
    }

    /** Inserts what is missing, updates what may be, and returns the number of rows that changed. */
    int load(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            statement.setString(1, JsonFile.text(rows));
            return statement.executeUpdate();
        }
    }

    private String sql() {
        Set<String> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        String names = String.join(", ", columns);
        String values = columns.stream().map(column -> "r." + column).collect(Collectors.joining(", "));
        String source = " from jsonb_populate_recordset(null::" + table + ", ?::jsonb) r";
        if (forEach != null) {
            names += ", " + forEach.column();
            values += ", each." + forEach.key();
            source += " cross join " + forEach.table() + " each";
        }
        return "insert into " + table + " (" + names + ") select " + values + source + " on conflict ("
                + String.join(", ", key) + ") do " + onConflict(columns);
    }

    private String onConflict(Set<String> columns) {
        List<String> kept = keep == null ? List.of() : keep;
        String changes = columns.stream()
                .filter(column -> !key.contains(column) && !kept.contains(column) && !kept.contains(EVERYTHING))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "nothing" : "update set " + changes;
    }
}
