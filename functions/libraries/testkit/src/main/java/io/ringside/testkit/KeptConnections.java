package io.ringside.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The connections of this JVM's tests on which nobody asks anything now. A test that looks again and again would
 * otherwise have the server begin and end a process each time.
 */
final class KeptConnections {
    /** Connections; the one that is idle longest goes first. */
    private static final int IDLE_MAX = 6;

    private final Deque<Kept> idle = new ArrayDeque<>();

    private record Kept(Database database, Connection connection) {}

    /** One of this database, if there is any; the caller has it alone. */
    synchronized @Nullable Connection take(Database database) {
        Iterator<Kept> newestFirst = idle.descendingIterator();
        while (newestFirst.hasNext()) {
            Kept kept = newestFirst.next();
            if (kept.database().equals(database)) {
                newestFirst.remove();
                return kept.connection();
            }
        }
        return null;
    }

    /** Takes one that is as it was made. */
    void give(Database database, Connection connection) throws SQLException {
        Kept oldest = add(new Kept(database, connection));
        if (oldest != null) {
            oldest.connection().close();
        }
    }

    private synchronized @Nullable Kept add(Kept kept) {
        idle.addLast(kept);
        return idle.size() > IDLE_MAX ? idle.removeFirst() : null;
    }
}
