package io.ringside.gateway.steering;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.KeyValueEntry;
import java.io.IOException;
import java.util.Optional;

/** Bucket {@code steering}, where what operators want stands under one key. */
final class SteeringBucket {
    /** What a change is published on. */
    static final String SUBJECT = "$KV.steering.transport";

    private static final String BUCKET = "steering";
    private static final String KEY = "transport";

    private final Connection connection;

    SteeringBucket(Connection connection) {
        this.connection = connection;
    }

    /** What stands there, if anything that can be understood. Blocks. */
    Optional<Steer> read() throws IOException, JetStreamApiException {
        KeyValueEntry entry = connection.keyValue(BUCKET).get(KEY);
        return Optional.ofNullable(entry).map(KeyValueEntry::getValue).flatMap(Steer::read);
    }

    /** Blocks. */
    void write(Steer steer) throws IOException, JetStreamApiException {
        connection.keyValue(BUCKET).put(KEY, steer.stored());
    }

    /** Clients choose by themselves again. Blocks. */
    void clear() throws IOException, JetStreamApiException {
        connection.keyValue(BUCKET).delete(KEY);
    }
}
