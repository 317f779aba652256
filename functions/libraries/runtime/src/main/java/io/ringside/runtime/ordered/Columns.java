package io.ringside.runtime.ordered;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Binds rows as one array per column, for {@code unnest}: one statement and one round trip whatever the number of rows.
 */
final class Columns {
    private Columns() {}

    static void bind(PreparedStatement statement, int first, List<Object[]> rows, String... types) throws SQLException {
        for (int column = 0; column < types.length; column++) {
            Object[] values = new Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row)[column];
            }
            Object[] typed = types[column].equals("bytea") ? bytes(values) : values;
            statement.setArray(first + column, statement.getConnection().createArrayOf(types[column], typed));
        }
    }

    /** The driver tells binary arrays by their component type. */
    private static Object[] bytes(Object[] values) {
        byte[][] typed = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            typed[i] = (byte[]) values[i];
        }
        return typed;
    }
}
