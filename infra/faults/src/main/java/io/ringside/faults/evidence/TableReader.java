package io.ringside.faults.evidence;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a table into records: a component {@code orderId} is the column {@code order_id}. */
final class TableReader {
    private static final int ROWS_PER_FETCH = 5_000;
    /** Hashes are bytes there and hexadecimal text here. */
    private static final Map<String, String> EXPRESSIONS =
            Map.of("hash", "encode(hash, 'hex')", "audit_hash", "encode(audit_hash, 'hex')");

    private final Connection connection;

    TableReader(Connection connection) {
        this.connection = connection;
    }

    <T extends Record> List<T> rows(String table, Class<T> type) throws SQLException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<T> constructor = constructor(type, components);
        String columns = Arrays.stream(components).map(TableReader::column).collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement("select " + columns + " from " + table)) {
            statement.setFetchSize(ROWS_PER_FETCH);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows, components, constructor));
                }
            }
            return found;
        }
    }

    private static String column(RecordComponent component) {
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return EXPRESSIONS.getOrDefault(name, name);
    }

    private static <T> T row(ResultSet row, RecordComponent[] components, Constructor<T> constructor)
            throws SQLException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i + 1, components[i].getType());
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row is no " + constructor.getDeclaringClass(), e);
        }
    }

    private static Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        return switch (type.getSimpleName()) {
            case "String" -> row.getString(column);
            case "BigDecimal" -> row.getBigDecimal(column);
            case "long" -> row.getLong(column);
            case "int" -> row.getInt(column);
            case "byte[]" -> row.getBytes(column);
            case "Instant" -> row.getObject(column, OffsetDateTime.class).toInstant();
            default -> throw new IllegalArgumentException("no column is read as " + type);
        };
    }

    private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new LinkageError("a record has its canonical constructor", e);
        }
    }
}
