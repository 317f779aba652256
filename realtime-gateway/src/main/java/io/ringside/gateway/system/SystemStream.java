package io.ringside.gateway.system;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.PublishOptions;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.SystemSubjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stream SYSTEM as an operator's command writes and reads it. */
final class SystemStream {
    /** How long the last word on a notification is kept after it holds no longer. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String TTL = "Nats-TTL";
    private static final int NO_MESSAGE_FOUND = 10037;

    private final Connection nats;

    SystemStream(Connection nats) {
        this.nats = nats;
    }

    /** A notification and where it stands. */
    record Stored(SystemNotification notification, long sequence) {}

    /** The last word on each, in the order in which they were told. */
    List<Stored> all() throws IOException, JetStreamApiException {
        JetStreamManagement management = nats.jetStreamManagement();
        List<Stored> stored = new ArrayList<>();
        long next = 1;
        while (true) {
            try {
                MessageInfo message = management.getNextMessage(StoredNotifications.STREAM, next, SystemSubjects.ALL);
                next = message.getSeq() + 1;
                long sequence = message.getSeq();
                StoredNotifications.decoded(message.getData())
                        .ifPresent(notification -> stored.add(new Stored(notification, sequence)));
            } catch (JetStreamApiException e) {
                if (e.getApiErrorCode() == NO_MESSAGE_FOUND) {
                    return stored;
                }
                throw e;
            }
        }
    }

    Optional<Stored> find(String notificationId) throws IOException, JetStreamApiException {
        return all().stream()
                .filter(stored -> stored.notification().notificationId().equals(notificationId))
                .findFirst();
    }

    /**
     * Stores one if nobody has told anything else of it meanwhile.
     *
     * @param after where the word before it stands, 0 for the first
     */
    void store(SystemNotification notification, long after, Instant now) throws IOException, JetStreamApiException {
        Headers headers = new Headers();
        headers.put(
                io.ringside.contracts.Headers.MESSAGE_ID, notification.notificationId() + '/' + notification.version());
        Instant until = notification.withdrawnAt() == null ? notification.until() : now;
        if (until != null) {
            headers.put(TTL, Duration.between(now, until).plus(KEPT).toSeconds() + "s");
        }
        nats.jetStream()
                .publish(
                        NatsMessage.builder()
                                .subject(SystemSubjects.notification(notification.notificationId()))
                                .headers(headers)
                                .data(Wire.encode(notification))
                                .build(),
                        PublishOptions.builder()
                                .expectedLastSubjectSequence(after)
                                .build());
    }
}
