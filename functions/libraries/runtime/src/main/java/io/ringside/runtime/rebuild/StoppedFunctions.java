package io.ringside.runtime.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every partition of these functions as if it were an instance of each, so that none of them handles or publishes
 * anything while a stream is rebuilt. An instance that starts meanwhile waits; one that wakes up is fenced off.
 */
final class StoppedFunctions implements AutoCloseable {
    /** How long the functions stay stopped when this process dies. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(StoppedFunctions.class);

    private final BookOfRecord book;
    private final List<String> functions;
    private final UUID holder;
    private final Thread renewal =
            Thread.ofPlatform().daemon().name("rebuild-lease").unstarted(this::renewUntilClosed);
    private volatile boolean closed;

    private StoppedFunctions(BookOfRecord book, List<String> functions, UUID holder) {
        this.book = book;
        this.functions = List.copyOf(functions);
        this.holder = holder;
    }

    /** Takes hold of them, or refuses because one of them runs. */
    static StoppedFunctions hold(BookOfRecord book, List<String> functions, UUID holder)
            throws SQLException, RebuildRefused {
        StoppedFunctions held = new StoppedFunctions(book, functions, holder);
        try (Connection connection = book.connect()) {
            held.mustBeAlone(connection);
            held.lease(connection);
            held.take(connection);
            try {
                held.mustBeAlone(connection);
            } catch (RebuildRefused e) {
                held.release(connection);
                throw e;
            }
        }
        held.renewal.start();
        return held;
    }

    List<String> functions() {
        return functions;
    }

    /** Locks the partitions inside the caller's transaction; refuses when somebody took one meanwhile. */
    void mustHold(Connection connection) throws SQLException, RebuildRefused {
        try (PreparedStatement statement = connection.prepareStatement("""
            select owner is not distinct from ? from runtime.partition where function = any(?) for update\
            """)) {
            statement.setObject(1, holder);
            statement.setArray(2, names(connection));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getBoolean(1)) {
                        throw new RebuildRefused("a function started meanwhile: stop it and run this again");
                    }
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        LockSupport.unpark(renewal);
        try {
            renewal.join(LEASE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Connection connection = book.connect()) {
            release(connection);
        }
    }

    private void mustBeAlone(Connection connection) throws SQLException, RebuildRefused {
        List<String> running = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select function, count(*) from runtime.instance
            where function = any(?) and instance <> ? and lease_until > clock_timestamp()
            group by function order by function\
            """)) {
            statement.setArray(1, names(connection));
            statement.setObject(2, holder);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    running.add(rows.getString(1) + " (" + rows.getLong(2) + ")");
                }
            }
        }
        if (!running.isEmpty()) {
            throw new RebuildRefused("still running: " + String.join(", ", running)
                    + "; stop every function that reads or feeds the stream, then run this again");
        }
    }

    private void renewUntilClosed() {
        while (!closed) {
            try (Connection connection = book.connect()) {
                while (!closed) {
                    lease(connection);
                    LockSupport.parkNanos(RENEWAL.toNanos());
                }
            } catch (SQLException e) {
                LOG.warn("the functions' leases were not renewed, trying again: {}", e.getMessage());
                LockSupport.parkNanos(RENEWAL.toNanos());
            }
        }
    }

    private void lease(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            insert into runtime.instance (function, instance, lease_until)
            select f, ?, clock_timestamp() + make_interval(secs => ?) from unnest(?) f
            on conflict (function, instance) do update set lease_until = excluded.lease_until\
            """)) {
            statement.setObject(1, holder);
            statement.setDouble(2, LEASE.toSeconds());
            statement.setArray(3, names(connection));
            statement.executeUpdate();
        }
    }

    private void take(Connection connection) throws SQLException {
        execute(connection, "update runtime.partition set fence = fence + 1, owner = ? where function = any(?)");
    }

    private void release(Connection connection) throws SQLException {
        execute(connection, "update runtime.partition set owner = null where owner = ? and function = any(?)");
        execute(connection, "delete from runtime.instance where instance = ? and function = any(?)");
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, holder);
            statement.setArray(2, names(connection));
            statement.executeUpdate();
        }
    }

    private java.sql.Array names(Connection connection) throws SQLException {
        return connection.createArrayOf("text", functions.toArray());
    }
}
