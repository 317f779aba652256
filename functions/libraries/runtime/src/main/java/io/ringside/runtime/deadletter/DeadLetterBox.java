package io.ringside.runtime.deadletter;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stream of dead letters as an operator handles it. */
public final class DeadLetterBox {
    private static final String STREAM = "DEADLETTERS";
    private static final int NO_MESSAGE_FOUND = 10037;
    private static final String REPLAY = "replay/";

    private final Connection nats;

    public DeadLetterBox(Connection nats) {
        this.nats = nats;
    }

    /** The oldest dead letters, {@code most} of them. */
    public List<DeadLetter> list(int most) throws IOException, JetStreamApiException {
        List<DeadLetter> letters = new ArrayList<>();
        Optional<DeadLetter> next = from(1);
        while (next.isPresent() && letters.size() < most) {
            letters.add(next.get());
            next = from(next.get().number() + 1);
        }
        return letters;
    }

    /** The dead letter of this number. */
    public Optional<DeadLetter> find(long number) throws IOException, JetStreamApiException {
        return from(number).filter(letter -> letter.number() == number);
    }

    /**
     * Sends the original again, at the end of its stream, then removes the dead letter. Killed in between and done
     * again, the server or the function knows the id.
     */
    public void replay(DeadLetter letter) throws IOException, JetStreamApiException {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, REPLAY + letter.number() + '/' + letter.originalId());
        String user = letter.user();
        if (user != null) {
            headers.put(io.ringside.contracts.Headers.USER, user);
        }
        String trace = letter.trace();
        if (trace != null) {
            headers.put(io.ringside.contracts.Headers.TRACE_PARENT, trace);
        }
        nats.jetStream()
                .publish(NatsMessage.builder()
                        .subject(letter.subject())
                        .headers(headers)
                        .data(letter.body())
                        .build());
        discard(letter);
    }

    /**
     * The id that a message had before it was replayed: the server must take them for two, which it would otherwise
     * drop as a duplicate, and functions for one.
     */
    public static String originalId(String messageId) {
        int number = messageId.startsWith(REPLAY) ? messageId.indexOf('/', REPLAY.length()) : -1;
        return number < 0 ? messageId : originalId(messageId.substring(number + 1));
    }

    /** Removes a dead letter for good. */
    public void discard(DeadLetter letter) throws IOException, JetStreamApiException {
        nats.jetStreamManagement().deleteMessage(STREAM, letter.number());
    }

    private Optional<DeadLetter> from(long number) throws IOException, JetStreamApiException {
        JetStreamManagement management = nats.jetStreamManagement();
        try {
            MessageInfo stored = management.getNextMessage(STREAM, number, "dlq.*");
            return Optional.of(DeadLetter.of(stored));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
