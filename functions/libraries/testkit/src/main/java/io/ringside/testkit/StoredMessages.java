package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stream keeps, read back in order: the proof of what was published once. */
public final class StoredMessages {
    private static final int NO_MESSAGE_FOUND = 10037;

    private StoredMessages() {}

    /** All messages of a stream whose subject fits the filter (with wildcards). */
    public static List<MessageInfo> in(Connection connection, String stream, String filter) {
        try {
            JetStreamManagement management = connection.jetStreamManagement();
            List<MessageInfo> found = new ArrayList<>();
            Optional<MessageInfo> next = next(management, stream, 1, filter);
            while (next.isPresent()) {
                found.add(next.get());
                next = next(management, stream, next.get().getSeq() + 1, filter);
            }
            return found;
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("cannot read " + stream + ": " + e.getMessage(), e);
        }
    }

    private static Optional<MessageInfo> next(JetStreamManagement management, String stream, long from, String filter)
            throws IOException, JetStreamApiException {
        try {
            return Optional.of(management.getNextMessage(stream, from, filter));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
