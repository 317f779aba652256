package io.ringside.benchmarks.sockets;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Notices of the size of an order's, put into people's inboxes. */
final class Notes {
    private static final String TYPE = "bench.note";
    private static final int TEXT_CHARACTERS = 400;
    /** Notices that wait for their acknowledgement. */
    private static final int UNDER_WAY_MAX = 500;

    private static final byte[] BODY =
            ("{\"text\":\"" + "x".repeat(TEXT_CHARACTERS) + "\"}").getBytes(StandardCharsets.UTF_8);

    private final JetStream stream;
    private final List<CompletableFuture<PublishAck>> underWay = new ArrayList<>();

    Notes(Connection nats) throws IOException {
        stream = nats.jetStream();
    }

    void send(String user) {
        if (underWay.size() == UNDER_WAY_MAX) {
            awaitStored();
        }
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.TYPE, TYPE);
        underWay.add(stream.publishAsync(NatsMessage.builder()
                .subject(Subjects.inbox(user))
                .headers(headers)
                .data(BODY)
                .build()));
    }

    void awaitStored() {
        underWay.forEach(CompletableFuture::join);
        underWay.clear();
    }
}
