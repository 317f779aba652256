package io.ringside.runtime.timer;

import io.nats.client.Connection;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Wire;
import io.ringside.runtime.Emission;
import io.ringside.runtime.failure.Backoff;
import io.ringside.runtime.failure.Failures;
import io.ringside.runtime.nats.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Arms the timers of partitions that were just taken, from the due times in PostgreSQL: a stream that lost them costs
 * nothing but a start. A timer that is still armed is replaced by itself.
 */
public final class Rearming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rearming.class);
    /** Timers published before their acknowledgements are awaited. */
    private static final int IN_FLIGHT_MAX = 256;

    private static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(3);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Connection nats;
    private final Function<Set<Integer>, List<Emission>> waiting;
    private final RandomGenerator jitter;
    private volatile boolean closed;

    /** @param waiting reads the timers of these partitions that have not had their effect */
    public Rearming(Connection nats, Function<Set<Integer>, List<Emission>> waiting, RandomGenerator jitter) {
        this.nats = nats;
        this.waiting = waiting;
        this.jitter = jitter;
    }

    /** Begins on a thread of its own and goes on until every timer is acknowledged. */
    public void begin(Set<Integer> partitions) {
        if (!partitions.isEmpty()) {
            Set<Integer> taken = Set.copyOf(partitions);
            Thread.ofVirtual().name("timers").start(() -> armUntilDone(taken));
        }
    }

    /** Nothing more is tried. */
    @Override
    public void close() {
        closed = true;
    }

    private void armUntilDone(Set<Integer> partitions) {
        Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, jitter);
        while (!closed) {
            try {
                arm(waiting.apply(partitions));
                return;
            } catch (Exception e) {
                LOG.info("timers of {} partitions are not armed yet: {}", partitions.size(), Failures.sentence(e));
                LockSupport.parkNanos(backoff.next().toNanos());
            }
        }
    }

    private void arm(List<Emission> timers) throws Exception {
        var jetStream = nats.jetStream(
                JetStreamOptions.builder().requestTimeout(ACKNOWLEDGEMENT_WAIT).build());
        for (int from = 0; from < timers.size(); from += IN_FLIGHT_MAX) {
            List<CompletableFuture<PublishAck>> sent = new ArrayList<>();
            for (Emission timer : timers.subList(from, Math.min(timers.size(), from + IN_FLIGHT_MAX))) {
                sent.add(jetStream.publishAsync(message(timer)));
            }
            for (CompletableFuture<PublishAck> each : sent) {
                each.get(ACKNOWLEDGEMENT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private static NatsMessage message(Emission timer) {
        Instant due = Objects.requireNonNull(timer.due(), "a timer has a time");
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.TYPE, timer.type());
        Schedule.write(headers, timer.subject(), due);
        return NatsMessage.builder()
                .subject(timer.subject())
                .headers(headers)
                .data(Wire.encode(timer.body()))
                .build();
    }
}
