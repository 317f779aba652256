package io.ringside.faults.evidence;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the whole book of record as it stands at one moment. */
public final class BookReader {
    private BookReader() {}

    /** Reads everything in one transaction, so that all tables are of the same moment. */
    public static Book read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        TableReader tables = new TableReader(connection);
        Book book = new Book(
                tables.rows("orders.orders", Book.Order.class),
                tables.rows("venue.working_order", Book.Working.class),
                tables.rows("position.trade", Book.Trade.class),
                tables.rows("position.position", Book.Holding.class),
                tables.rows("risk.exposure", Book.Exposure.class),
                tables.rows("risk.reservation", Book.Reservation.class),
                new Book.Negotiations(
                        tables.rows("rfq.rfq", Book.Rfq.class), tables.rows("rfq.quote", Book.Quote.class)),
                new Book.Runtime(
                        tables.rows("runtime.partition", Book.Partition.class),
                        tables.rows("runtime.cursor", Book.Cursor.class),
                        tables.rows("runtime.remembered", Book.Remembered.class),
                        tables.rows("runtime.event", Book.Event.class),
                        tables.rows("audit.entry", Book.Audit.class)));
        connection.rollback();
        return book;
    }
}
