package io.ringside.runtime.tenure;

import io.ringside.contracts.Partitions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sign of life of one instance: a row that it renews each second, by a thread and a connection of its own, so that
 * neither a long transaction nor a slow publication makes a live instance look dead.
 */
public final class Lease implements AutoCloseable {
    /** How long an instance counts as alive without renewing. */
    static final Duration LEASE = Duration.ofSeconds(3);
    /** How often it renews. */
    static final Duration RENEWAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final String function;
    private final UUID instance;
    private final DataSource dataSource;
    private final Thread thread;
    private volatile int share;
    private volatile long heldUntilNanos = System.nanoTime();
    private volatile int lapses;
    private volatile boolean closed;

    /** @param dataSource of which the lease keeps one connection for itself, outside of any transaction */
    public Lease(String function, UUID instance, DataSource dataSource) {
        this.function = function;
        this.instance = instance;
        this.dataSource = dataSource;
        this.thread = Thread.ofPlatform().daemon().name(function + "-lease").unstarted(this::renewUntilClosed);
    }

    /** Begins to renew. */
    public void start() {
        thread.start();
    }

    /** How many partitions this instance should own among those alive. */
    public int share() {
        return share;
    }

    /** Whether it counts as alive at this moment. */
    public boolean held() {
        return System.nanoTime() - heldUntilNanos < 0;
    }

    /** How often the lease ran out before it was renewed: each time somebody else may have taken over. */
    public int lapses() {
        return lapses;
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LEASE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewUntilClosed() {
        Connection connection = null;
        while (!closed) {
            try {
                if (connection == null) {
                    connection = dataSource.getConnection();
                    connection.setAutoCommit(true);
                }
                renew(connection);
            } catch (SQLException e) {
                LOG.warn("{}: lease not renewed: {}", function, e.getMessage());
                closeQuietly(connection);
                connection = null;
            }
            LockSupport.parkNanos(RENEWAL.toNanos());
        }
        retire(connection);
        closeQuietly(connection);
    }

    private void renew(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into runtime.instance (function, instance, lease_until)
                values (?, ?, clock_timestamp() + make_interval(secs => ?))
                on conflict (function, instance) do update set lease_until = excluded.lease_until""")) {
            statement.setString(1, function);
            statement.setObject(2, instance);
            statement.setDouble(3, LEASE.toMillis() / 1000.0);
            statement.executeUpdate();
        }
        if (share > 0 && asked - heldUntilNanos >= 0) {
            lapses = lapses + 1;
        }
        heldUntilNanos = asked + LEASE.toNanos();
        share = shareAmong(alive(connection));
    }

    private List<UUID> alive(Connection connection) throws SQLException {
        List<UUID> alive = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select instance from runtime.instance
                where function = ? and lease_until > clock_timestamp() order by instance""")) {
            statement.setString(1, function);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    alive.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return alive;
    }

    private int shareAmong(List<UUID> alive) {
        int rank = alive.indexOf(instance);
        if (rank < 0) {
            return 0;
        }
        int floor = Partitions.COUNT / alive.size();
        return rank < Partitions.COUNT % alive.size() ? floor + 1 : floor;
    }

    private void retire(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                delete from runtime.instance
                where function = ? and (instance = ? or lease_until < clock_timestamp() - interval '1 minute')""")) {
            statement.setString(1, function);
            statement.setObject(2, instance);
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("{}: lease not given back, it ends by itself in {} s", function, LEASE.toSeconds());
        }
    }

    private void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("{}: connection of the lease did not close: {}", function, e.getMessage());
        }
    }
}
