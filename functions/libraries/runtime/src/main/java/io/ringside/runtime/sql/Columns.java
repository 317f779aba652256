package io.ringside.runtime.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds rows as one array per column, in the order of the statement's parameters, for {@code unnest}: one statement and
 * one round trip whatever the number of rows.
 */
public final class Columns {
    private static final String BINARY = "bytea";

    private final PreparedStatement statement;
    private int next = 1;

    private Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    /** From the first parameter on. */
    public static Columns of(PreparedStatement statement) {
        return new Columns(statement);
    }

    /** The next parameter: a text of its own. */
    public Columns text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    /** The next columns: rows that are arrays of these types. */
    public Columns rows(List<Object[]> rows, String... types) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            int column = i;
            column(types[i], rows, row -> row[column]);
        }
        return this;
    }

    /** The next column of these rows, of a type of PostgreSQL. */
    public <R> Columns column(String type, Collection<R> rows, Function<R, @Nullable Object> value)
            throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        Object[] typed = type.equals(BINARY) ? bytes(values) : values;
        statement.setArray(next++, statement.getConnection().createArrayOf(type, typed));
        return this;
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
