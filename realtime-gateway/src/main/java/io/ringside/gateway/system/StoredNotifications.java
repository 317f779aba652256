package io.ringside.gateway.system;

import io.nats.client.Message;
import io.ringside.contracts.SystemSubjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.gateway.nats.DirectGet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last word on each notification as stream SYSTEM has it. */
@Singleton
final class StoredNotifications {
    static final String STREAM = "SYSTEM";

    private static final Logger LOG = LoggerFactory.getLogger(StoredNotifications.class);
    /** As many as the stream holds. */
    private static final int MESSAGES_MAX = 1_000;

    private static final String EVERY_LAST =
            "{\"batch\":" + MESSAGES_MAX + ",\"multi_last\":[\"" + SystemSubjects.ALL + "\"]}";

    private final DirectGet directGet;

    StoredNotifications(DirectGet directGet) {
        this.directGet = directGet;
    }

    /** All of them. Blocks. */
    List<SystemNotification> read() throws IOException, InterruptedException {
        List<SystemNotification> notifications = new ArrayList<>();
        for (Message message : directGet.batch(STREAM, EVERY_LAST)) {
            decoded(message.getData()).ifPresent(notifications::add);
        }
        return notifications;
    }

    static Optional<SystemNotification> decoded(byte[] body) {
        try {
            return Optional.of(Wire.decode(body, SystemNotification.class));
        } catch (Wire.UndecodableException e) {
            LOG.warn("a system notification cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
