package io.ringside.runtime.timer;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.TimerSubjects;
import io.ringside.contracts.Wire;
import io.ringside.runtime.Ids;
import io.ringside.runtime.WorkFunction;
import java.io.IOException;
import java.time.Duration;

/**
 * Turns the due timers of one feature into commands. What is due decides nothing by itself: the command does, by its
 * place in the log. It may come twice.
 *
 * @param <C> the command
 */
public final class TimerRelay<C> implements WorkFunction<C> {
    private static final String STREAM = "TIMERS";
    /** Commands sent at once. */
    private static final int CONCURRENCY = 16;

    private static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(3);

    private final String feature;
    private final Class<C> command;
    private final Connection nats;
    private final Ids ids;

    /** @param feature as it stands in the subjects of its timers; the durable consumer is named after it */
    public TimerRelay(String feature, Class<C> command, Connection nats, Ids ids) {
        this.feature = feature;
        this.command = command;
        this.nats = nats;
        this.ids = ids;
    }

    @Override
    public String name() {
        return feature + "-timers";
    }

    @Override
    public String stream() {
        return STREAM;
    }

    @Override
    public Class<C> body() {
        return command;
    }

    @Override
    public int concurrency() {
        return CONCURRENCY;
    }

    /** A stream that takes nothing now is waited for: a timer is nothing that may be set aside. */
    @Override
    public void handle(WorkItem<C> item) throws IOException {
        String subject = TimerSubjects.commandOf(item.subject());
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, "timer/" + ids.next());
        headers.put(io.ringside.contracts.Headers.TYPE, feature + '.' + Subjects.verbOf(subject));
        JetStreamOptions patient =
                JetStreamOptions.builder().requestTimeout(ACKNOWLEDGEMENT_WAIT).build();
        try {
            nats.jetStream(patient)
                    .publish(NatsMessage.builder()
                            .subject(subject)
                            .headers(headers)
                            .data(Wire.encode(item.body()))
                            .build());
        } catch (JetStreamApiException e) {
            throw new IOException(subject + " is not taken: " + e.getMessage(), e);
        }
    }
}
