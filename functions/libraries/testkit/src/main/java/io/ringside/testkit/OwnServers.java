package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Wire;
import io.ringside.provision.servers.NatsServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A nats-server and a database of a test's own, and what it tells and hears there as other functions would. */
public final class OwnServers implements AutoCloseable {
    public final NatsServer nats = Floor.shared().freshNats();
    public final Database database = Floor.shared().freshDatabase();
    public final Connection connection = Floor.connect(nats);

    /** Properties that lead a process to these servers, where it logs in as itself. */
    public Map<String, String> properties(String process) {
        Database seen = database.under(process);
        return Map.of(
                "NATS_URL", nats.url(),
                "NATS_MONITORING_URL", nats.monitoringUrl(),
                "JDBC_URL", seen.jdbcUrl(),
                "JDBC_USER", seen.user(),
                "JDBC_PASSWORD", seen.password());
    }

    /** Stores a message in its stream; a body that is no record is sent as it is. */
    public void send(String subject, String messageId, Object body) {
        send(subject, messageId, null, body);
    }

    /** The same on behalf of a user. */
    public void send(String subject, String messageId, @Nullable String user, Object body) {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, messageId);
        if (user != null) {
            headers.put(io.ringside.contracts.Headers.USER, user);
        }
        byte[] data = body instanceof byte[] raw ? raw : Wire.encode(body);
        try {
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject(subject)
                            .headers(headers)
                            .data(data)
                            .build());
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("cannot send to " + subject, e);
        }
    }

    /** Bodies of what a stream kept under this filter. */
    public <T> List<T> stored(String stream, String filter, Class<T> type) {
        return StoredMessages.in(connection, stream, filter).stream()
                .map(message -> decoded(message, type))
                .toList();
    }

    public static <T> T decoded(MessageInfo message, Class<T> type) {
        return decoded(Objects.requireNonNull(message.getData(), "a message without a body"), type);
    }

    public static <T> T decoded(byte[] body, Class<T> type) {
        try {
            return Wire.decode(body, type);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nats.close();
    }
}
