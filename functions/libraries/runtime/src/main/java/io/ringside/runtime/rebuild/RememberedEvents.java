package io.ringside.runtime.rebuild;

import io.ringside.runtime.nats.EventToPublish;
import io.ringside.runtime.sql.SqlTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the functions remember of a stream, in an order that keeps every partition's own and puts no event before one
 * that led to it. An event is placed by the log's time of its cause, or of a cause before it in its partition if that
 * was later. A message that an event became is in the log later than all that its function had handled until then, so
 * what it led to is placed behind it.
 */
final class RememberedEvents {
    /** Longer than any stream keeps anything. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    /** Rows that the driver holds at once. */
    private static final int FETCH_ROWS = 500;

    private final Connection connection;
    private final String subjects;
    private final Duration age;

    /**
     * @param connection in a transaction of its own, so that each reading sees the same
     * @param subjects pattern of the stream's subjects
     * @param age how long the stream keeps a message, zero for ever; older events are not brought back, unless they
     *     were never published
     */
    RememberedEvents(Connection connection, String subjects, Duration age) {
        this.connection = connection;
        this.subjects = subjects;
        this.age = age.isZero() ? FOR_EVER : age;
    }

    /** What is done with each event. */
    interface Receiver {
        void take(EventToPublish event) throws Exception;
    }

    void forEach(Receiver receiver) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement("""
            with placed as (
                select e.*, max(r.at) over (partition by e.function, e.partition order by e.ordinal) as place
                from runtime.event e
                left join runtime.remembered r on r.function = e.function and r.message_id = e.message_id
                where e.subject ~ ?)
            select event_id, subject, type, trace, body, due
            from placed join runtime.partition p using (function, partition)
            where place is null or place > now() - make_interval(secs => ?)
               or placed.ordinal > p.published
            order by place nulls first, function, partition, placed.ordinal\
            """)) {
            statement.setString(1, subjects);
            statement.setDouble(2, age.toSeconds());
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    // Nothing rolls up in a stream that functions read, and no other is rebuilt.
                    receiver.take(new EventToPublish(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getBytes(5),
                            SqlTime.optional(rows, "due"),
                            false));
                }
            }
        }
    }

    /** Which of these ids are remembered events. */
    Set<String> known(Collection<String> ids) throws SQLException {
        List<String> functions = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        for (String id : ids) {
            int first = id.indexOf('/');
            int last = id.lastIndexOf('/');
            functions.add(first < last ? id.substring(0, first) : "");
            causes.add(first < last ? id.substring(first + 1, last) : "");
        }
        Set<String> known = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select e.event_id from unnest(?, ?, ?) v(function, message_id, event_id)
            join runtime.event e using (function, message_id, event_id)\
            """)) {
            statement.setArray(1, connection.createArrayOf("text", functions.toArray()));
            statement.setArray(2, connection.createArrayOf("text", causes.toArray()));
            statement.setArray(3, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
        }
        return known;
    }
}
