package io.ringside.gateway.journey;

import io.nats.client.Connection;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.testkit.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes on a personal subject as functions do, numbered by their body. */
public final class Notices {
    /** A server on a slow disk answers late. */
    private static final JetStreamOptions PATIENT =
            JetStreamOptions.builder().requestTimeout(Eventually.DEADLINE).build();

    private final Connection connection;
    private final String subject;
    private final String type;
    private volatile int number;

    private Notices(Connection connection, String subject, String type) {
        this.connection = connection;
        this.subject = subject;
        this.type = type;
    }

    /** Of a user's inbox. */
    Notices(Connection connection, String user) {
        this(connection, Subjects.inbox(user), "order.updated");
    }

    /** Of a user's inbox. */
    public static Notices ofInbox(Connection connection, String user) {
        return new Notices(connection, user);
    }

    /** Of a user's alerts. */
    public static Notices ofAlerts(Connection connection, String user) {
        return new Notices(connection, Subjects.alerts(user), "alert.raised");
    }

    /** That many more; gives the number of the last. */
    public int publish(int count) {
        List<CompletableFuture<PublishAck>> under = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            under.add(send(new Headers().put("Ringside-Type", type)));
        }
        under.forEach(CompletableFuture::join);
        return number;
    }

    /** The number of the last one. */
    public int number() {
        return number;
    }

    /** One that takes the place of all before it; gives its number. */
    public int settle() {
        send(new Headers().put("Ringside-Type", "alert.acknowledged").put("Nats-Rollup", "sub"))
                .join();
        return number;
    }

    private CompletableFuture<PublishAck> send(Headers headers) {
        number++;
        try {
            return connection
                    .jetStream(PATIENT)
                    .publishAsync(NatsMessage.builder()
                            .subject(subject)
                            .headers(headers)
                            .data(body(headers).getBytes(StandardCharsets.UTF_8))
                            .build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String body(Headers headers) {
        return switch (headers.getFirst("Ringside-Type")) {
            case "alert.raised" -> Told.alert(number);
            case "alert.acknowledged" -> Told.acknowledged(number);
            default -> Told.order(number);
        };
    }
}
