package io.ringside.faults.evidence;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.floor.StreamLog;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the evidence together once the floor is quiet. */
public final class Collector {
    private static final int NO_MESSAGE_FOUND = 10037;

    private final ReadyFloor floor;
    private final Connection nats;

    public Collector(ReadyFloor floor, Connection nats) {
        this.floor = floor;
        this.nats = nats;
    }

    /**
     * A short text of how far everything is; the same text twice means that nothing moved in between.
     *
     * @return sequences of the streams and of the functions
     */
    public String progress() throws IOException, JetStreamApiException, SQLException {
        StringBuilder text = new StringBuilder();
        for (String stream : List.of("COMMANDS", "EVENTS", "INBOX")) {
            text.append(stream).append(' ').append(StreamLog.end(nats, stream)).append(' ');
        }
        try (var connection = floor.jdbc().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select (select count(*) from runtime.remembered), (select count(*) from audit.entry),
                               (select coalesce(sum(ordinal), 0) from runtime.partition),
                               (select coalesce(sum(sequence), 0) from runtime.cursor)""")) {
            rows.next();
            text.append("remembered ")
                    .append(rows.getLong(1))
                    .append(" audited ")
                    .append(rows.getLong(2));
            return text.append(" made ")
                    .append(rows.getLong(3))
                    .append(" read ")
                    .append(rows.getLong(4))
                    .toString();
        }
    }

    /** Places where a function has not read up to the last message that concerns it. */
    public List<String> behind() throws IOException, JetStreamApiException, SQLException, InterruptedException {
        Map<String, Long> ends = new TreeMap<>(Followed.ends(StreamLog.read(nats, "COMMANDS", 1)));
        ends.putAll(Followed.ends(StreamLog.read(nats, "EVENTS", 1)));
        try (var connection = floor.jdbc().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select function, partition, stream, sequence from runtime.cursor")) {
            while (rows.next()) {
                String place = Followed.key(rows.getString(1), rows.getInt(2), rows.getString(3));
                long sequence = rows.getLong(4);
                ends.computeIfPresent(place, (key, end) -> end > sequence ? end : null);
            }
        }
        return List.copyOf(ends.keySet());
    }

    /** Partitions of which some event is not known to be published. */
    public long unpublished() throws SQLException {
        try (var connection = floor.jdbc().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from runtime.partition where published < ordinal")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The sequence of the newest message for a user; 0 when there never was one. */
    public long newestFor(String user) throws IOException, JetStreamApiException {
        try {
            MessageInfo newest = nats.jetStreamManagement().getLastMessage("INBOX", Subjects.inbox(user));
            return newest.getSeq();
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE_FOUND) {
                return 0;
            }
            throw e;
        }
    }

    /** Everything, from both servers. */
    public Evidence collect(List<Asked> asked, List<ClientView> views, Dealings dealings)
            throws IOException, JetStreamApiException, SQLException, InterruptedException {
        try (var connection = floor.jdbc().connect()) {
            return new Evidence(
                    asked,
                    views,
                    dealings,
                    BookReader.read(connection),
                    StreamLog.read(nats, "COMMANDS", 1),
                    StreamLog.read(nats, "EVENTS", 1),
                    StreamLog.read(nats, "DEADLETTERS", 1));
        }
    }
}
