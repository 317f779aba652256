package io.ringside.faults.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole book of record as it stands at one moment. */
public final class BookReader {
    private static final int ROWS_PER_FETCH = 5_000;

    private final Connection connection;

    private BookReader(Connection connection) {
        this.connection = connection;
    }

    /** Makes a record of a row. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Reads everything in one transaction, so that all tables are of the same moment. */
    public static Book read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        BookReader reader = new BookReader(connection);
        Book book = new Book(
                reader.orders(),
                reader.working(),
                reader.trades(),
                reader.positions(),
                reader.exposures(),
                reader.reservations(),
                new Book.Runtime(
                        reader.partitions(), reader.cursors(), reader.remembered(), reader.events(), reader.audits()));
        connection.rollback();
        return book;
    }

    private List<Book.Order> orders() throws SQLException {
        return rows(
                """
                select order_id::text, account, client_order_id, trader, instrument, side, quantity, status, filled,
                       filled_value, version
                from orders.orders""",
                row -> new Book.Order(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBigDecimal(7),
                        row.getString(8),
                        row.getBigDecimal(9),
                        row.getBigDecimal(10),
                        row.getLong(11)));
    }

    private List<Book.Working> working() throws SQLException {
        return rows(
                "select order_id::text, state, leaves from venue.working_order",
                row -> new Book.Working(row.getString(1), row.getString(2), row.getBigDecimal(3)));
    }

    private List<Book.Trade> trades() throws SQLException {
        return rows(
                "select execution_id, order_id::text, account, instrument, side, quantity, price from position.trade",
                row -> new Book.Trade(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7)));
    }

    private List<Book.Holding> positions() throws SQLException {
        return rows(
                "select account, instrument, quantity from position.position",
                row -> new Book.Holding(row.getString(1), row.getString(2), row.getBigDecimal(3)));
    }

    private List<Book.Exposure> exposures() throws SQLException {
        return rows(
                "select account, instrument, net, reserved_buy, reserved_sell from risk.exposure",
                row -> new Book.Exposure(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)));
    }

    private List<Book.Reservation> reservations() throws SQLException {
        return rows(
                "select account, client_order_id, instrument, side, state, remaining from risk.reservation",
                row -> new Book.Reservation(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6)));
    }

    private List<Book.Partition> partitions() throws SQLException {
        return rows(
                """
                select function, partition, ordinal, published, audit_ordinal, encode(audit_hash, 'hex')
                from runtime.partition""",
                row -> new Book.Partition(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)));
    }

    private List<Book.Cursor> cursors() throws SQLException {
        return rows(
                "select function, partition, stream, sequence from runtime.cursor",
                row -> new Book.Cursor(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)));
    }

    private List<Book.Remembered> remembered() throws SQLException {
        return rows(
                "select function, message_id, stream, sequence from runtime.remembered",
                row -> new Book.Remembered(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private List<Book.Event> events() throws SQLException {
        return rows(
                "select function, partition, ordinal, event_id, subject, type, body from runtime.event",
                row -> new Book.Event(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBytes(7)));
    }

    private List<Book.Audit> audits() throws SQLException {
        return rows(
                """
                select function, partition, ordinal, message_id, stream, sequence, at, subject, input, outcome,
                       encode(hash, 'hex')
                from audit.entry""",
                row -> new Book.Audit(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getTimestamp(7).toInstant(),
                        row.getString(8),
                        row.getBytes(9),
                        row.getString(10),
                        row.getString(11)));
    }

    private <T> List<T> rows(String sql, Row<T> make) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_PER_FETCH);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(make.of(rows));
                }
            }
            return found;
        }
    }
}
