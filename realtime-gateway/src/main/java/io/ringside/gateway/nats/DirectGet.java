package io.ringside.gateway.nats;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Subscription;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads stored messages in batches, straight from the stream: no consumer is made, and nothing is left behind. */
@Singleton
public final class DirectGet {
    private static final String API = "$JS.API.DIRECT.GET.";
    private static final int END_OF_BATCH = 204;
    private static final int NOT_FOUND = 404;

    private final Connection connection;
    private final Duration patience;

    DirectGet(Connection connection, NatsSettings settings) {
        this.connection = connection;
        patience = settings.patience();
    }

    /**
     * The messages that a batch request asks for, in the order of the stream. Blocks.
     *
     * @param request as the server's direct get API takes it
     */
    public List<Message> batch(String stream, String request) throws IOException, InterruptedException {
        String reply = connection.createInbox();
        Subscription answers;
        try {
            answers = connection.subscribe(reply);
            connection.publish(API + stream, reply, request.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalStateException e) {
            throw new IOException("not connected", e);
        }
        try {
            List<Message> messages = new ArrayList<>();
            while (true) {
                Message answer = answers.nextMessage(patience);
                if (answer == null) {
                    throw new IOException("no answer to a direct get within " + patience);
                }
                if (!answer.isStatusMessage()) {
                    messages.add(answer);
                } else if (isEnd(answer.getStatus().getCode())) {
                    return messages;
                } else {
                    throw new IOException("direct get: " + answer.getStatus().getMessageWithCode());
                }
            }
        } finally {
            answers.unsubscribe();
        }
    }

    private static boolean isEnd(int code) {
        return code == END_OF_BATCH || code == NOT_FOUND;
    }
}
