package io.ringside.runtime.rebuild;

import io.nats.client.Connection;
import io.nats.client.Options;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import io.ringside.runtime.nats.OrderedPublisher;
import io.ringside.runtime.tenure.StreamState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The rebuild of one stream: events back first, cursors last and all at once, so that it may stop anywhere. */
final class StreamRebuild {
    private final Connection nats;
    private final BookOfRecord book;
    private final StreamInfo stream;
    private final Consumer<String> progress;

    StreamRebuild(Connection nats, BookOfRecord book, StreamInfo stream, Consumer<String> progress) {
        this.nats = nats;
        this.book = book;
        this.stream = stream;
        this.progress = progress;
    }

    /** What {@link #apply} would do. */
    Republication.Comparison plan() throws Exception {
        try (java.sql.Connection connection = readingAllAtOnce()) {
            return republication(connection).compare();
        }
    }

    /** Does it, unless a function that reads or feeds the stream runs. Returns how the stream was found. */
    Republication.Comparison apply(UUID holder) throws Exception {
        try (StoppedFunctions stopped = StoppedFunctions.hold(book, readersAndFeeders(), holder);
                OrderedPublisher publisher = new OrderedPublisher(new Options.Builder(nats.getOptions()).build());
                java.sql.Connection connection = readingAllAtOnce()) {
            progress.accept("holding " + String.join(", ", stopped.functions()));
            Republication.Comparison found = republication(connection).bringBack(publisher);
            StreamInfo now = nats.jetStreamManagement().getStreamInfo(name());
            if (!now.getCreateTime().equals(stream.getCreateTime())) {
                throw new RebuildRefused(name() + " was made anew meanwhile: run this again");
            }
            moveCursors(stopped, StreamState.of(now));
            return found;
        }
    }

    private void moveCursors(StoppedFunctions stopped, StreamState now) throws SQLException, RebuildRefused {
        try (java.sql.Connection connection = book.connect()) {
            connection.setAutoCommit(false);
            stopped.mustHold(connection);
            try (PreparedStatement cursors = connection.prepareStatement(
                    "update runtime.cursor set stream_identity = ?, sequence = ? where stream = ?")) {
                cursors.setString(1, now.identity());
                cursors.setLong(2, now.start());
                cursors.setString(3, now.name());
                cursors.executeUpdate();
            }
            try (PreparedStatement published = connection.prepareStatement("""
                update runtime.partition p set published = coalesce(
                    (select min(e.ordinal) - 1 from runtime.event e
                     where e.function = p.function and e.partition = p.partition and e.ordinal > p.published
                       and e.subject !~ ?), p.ordinal)
                where p.published < p.ordinal and p.function = any(?)\
                """)) {
                published.setString(1, subjects());
                published.setArray(
                        2, connection.createArrayOf("text", stopped.functions().toArray()));
                published.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Functions with a cursor in the stream, and those that ever published to it. */
    private List<String> readersAndFeeders() throws SQLException {
        List<String> functions = new ArrayList<>();
        try (java.sql.Connection connection = book.connect();
                PreparedStatement statement = connection.prepareStatement("""
                    select distinct function from runtime.partition p
                    where exists (select from runtime.cursor c where c.function = p.function and c.stream = ?)
                       or exists (select from runtime.event e where e.function = p.function and e.subject ~ ?)
                    order by function\
                    """)) {
            statement.setString(1, name());
            statement.setString(2, subjects());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    functions.add(rows.getString(1));
                }
            }
        }
        return functions;
    }

    private Republication republication(java.sql.Connection connection) {
        StreamConfiguration configuration = stream.getConfiguration();
        return new Republication(
                nats, name(), new RememberedEvents(connection, subjects(), configuration.getMaxAge()), progress);
    }

    private java.sql.Connection readingAllAtOnce() throws SQLException {
        java.sql.Connection connection = book.connect();
        connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private String name() {
        return stream.getConfiguration().getName();
    }

    private String subjects() {
        return SubjectPattern.of(stream.getConfiguration().getSubjects());
    }
}
