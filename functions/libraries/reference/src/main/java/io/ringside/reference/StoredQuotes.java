package io.ringside.reference;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamInfoOptions;
import io.nats.client.api.Subject;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;

/** The last quote of each instrument as stream QUOTES holds it. */
final class StoredQuotes {
    private static final String STREAM = "QUOTES";
    /** Answer of the server when a message was replaced between listing and reading. */
    private static final int NOT_FOUND = 404;
    /** Answer of a server that has not recovered its streams yet. */
    private static final int UNAVAILABLE = 503;

    private final Connection connection;

    StoredQuotes(Connection connection) {
        this.connection = connection;
    }

    /** Gives subject and body of each. */
    void forEach(BiConsumer<String, byte[]> receiver) {
        try {
            JetStreamManagement management = connection.jetStreamManagement();
            for (Subject subject : subjects(management)) {
                read(management, subject.getName(), receiver);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("stream " + STREAM + " cannot be read", e);
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() == UNAVAILABLE) {
                throw new UncheckedIOException(new IOException("JetStream is not ready: " + e.getMessage(), e));
            }
            throw new IllegalStateException(
                    "stream " + STREAM + " cannot be read (" + e.getMessage() + "): provision it again", e);
        } catch (IllegalStateException e) {
            // The client library says so of a connection that is away and of nothing else here.
            throw new UncheckedIOException(new IOException("nats-server is away: " + e.getMessage(), e));
        }
    }

    private static List<Subject> subjects(JetStreamManagement management) throws IOException, JetStreamApiException {
        return management
                .getStreamInfo(STREAM, StreamInfoOptions.filterSubjects(Subjects.ALL_QUOTES))
                .getStreamState()
                .getSubjects();
    }

    private static void read(JetStreamManagement management, String subject, BiConsumer<String, byte[]> receiver)
            throws IOException, JetStreamApiException {
        try {
            MessageInfo stored = management.getLastMessage(STREAM, subject);
            byte[] body = stored.getData();
            receiver.accept(subject, body == null ? new byte[0] : body);
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
        }
    }
}
