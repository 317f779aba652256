package io.ringside.gateway.journey;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Publishes notices as functions do, numbered by their body. */
final class Notices {
    private final Connection connection;
    private final String user;
    private int number;

    Notices(Connection connection, String user) {
        this.connection = connection;
        this.user = user;
    }

    /** That many more; gives the number of the last. */
    int publish(int count) {
        for (int i = 0; i < count; i++) {
            number++;
            try {
                connection
                        .jetStream()
                        .publish(NatsMessage.builder()
                                .subject(Subjects.inbox(user))
                                .headers(new Headers().put("Ringside-Type", "order.updated"))
                                .data(("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8))
                                .build());
            } catch (IOException | JetStreamApiException e) {
                throw new IllegalStateException(e);
            }
        }
        return number;
    }
}
