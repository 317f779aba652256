package io.ringside.runtime.journal;

import io.ringside.runtime.sql.SqlTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a function remembers for ever: the messages that had their effect, and the events that each produced. */
public final class Memory {
    private final String function;

    /** Of this function. */
    public Memory(String function) {
        this.function = function;
    }

    /** What is known of a message. */
    public enum Verdict {
        NEW,
        KNOWN,
        /** The identity is known, with another body. */
        CONFLICT
    }

    /** The body hashes of those of these identities that had their effect. */
    public Map<String, byte[]> recall(Connection connection, Collection<String> identities) throws SQLException {
        Map<String, byte[]> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select message_id, body_hash from runtime.remembered where function = ? and message_id = any(?)")) {
            statement.setString(1, function);
            statement.setArray(2, connection.createArrayOf("text", identities.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getBytes(2));
                }
            }
        }
        return known;
    }

    /** What a known message told users, wherever they are told: the stored answer for whoever asks again. */
    public List<StoredEvent> answers(Connection connection, Collection<String> identities) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select partition, ordinal, event_id, subject, type, trace, body, due, rolls_up
                from runtime.event
                where function = ? and message_id = any(?) and (subject like 'user.%' or subject like 'alert.%')
                order by partition, ordinal""")) {
            statement.setString(1, function);
            statement.setArray(2, connection.createArrayOf("text", identities.toArray()));
            return events(statement);
        }
    }

    /** What was committed for this partition after an ordinal, in order: what may not have been published yet. */
    public List<StoredEvent> committedAfter(Connection connection, int partition, long ordinal, int most)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select partition, ordinal, event_id, subject, type, trace, body, due, rolls_up
                from runtime.event
                where function = ? and partition = ? and ordinal > ? order by ordinal limit ?""")) {
            statement.setString(1, function);
            statement.setInt(2, partition);
            statement.setLong(3, ordinal);
            statement.setInt(4, most);
            return events(statement);
        }
    }

    /** What is known of a message, from what was recalled. */
    public static Verdict judge(Map<String, byte[]> known, String identity, byte[] bodyHash) {
        byte[] remembered = known.get(identity);
        if (remembered == null) {
            return Verdict.NEW;
        }
        return Arrays.equals(remembered, bodyHash) ? Verdict.KNOWN : Verdict.CONFLICT;
    }

    /** SHA-256 over these, one after the other. */
    public static byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    private static List<StoredEvent> events(PreparedStatement statement) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(new StoredEvent(
                        rows.getInt(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getBytes(7),
                        SqlTime.optional(rows, "due"),
                        rows.getBoolean("rolls_up")));
            }
        }
        return events;
    }
}
