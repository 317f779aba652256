package io.ringside.faults.twin;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Traffic in both ways: each turn every trader asks for something and is told something, there or not. */
final class Stress implements AutoCloseable {
    /** So long that the queue holds what somebody misses who is away for seconds. */
    private static final long TURN_MS = 100;

    private final List<Witness> traders;
    private final Connection nats;
    private final AtomicInteger turns = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Stress(List<Witness> traders, Connection nats) {
        this.traders = traders;
        this.nats = nats;
        var unused = clock.scheduleWithFixedDelay(this::turn, 0, TURN_MS, TimeUnit.MILLISECONDS);
    }

    /** How many notices each trader was sent. */
    int turns() {
        return turns.get();
    }

    /** Stops between two turns. */
    @Override
    public void close() {
        clock.close();
    }

    private void turn() {
        traders.forEach(Witness::ask);
        traders.forEach(trader -> tell(trader.user(), turns.get()));
        turns.incrementAndGet();
    }

    private void tell(String user, int number) {
        try {
            nats.jetStream()
                    .publish(NatsMessage.builder()
                            .subject(Subjects.inbox(user))
                            .headers(new Headers().put("Ringside-Type", "order.updated"))
                            .data(("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8))
                            .build());
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
