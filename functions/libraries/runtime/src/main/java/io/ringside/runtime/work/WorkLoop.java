package io.ringside.runtime.work;

import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.FetchConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Wire;
import io.ringside.runtime.WorkFunction;
import io.ringside.runtime.WorkFunction.PermanentFailure;
import io.ringside.runtime.WorkFunction.WorkItem;
import io.ringside.runtime.deadletter.DeadLetters;
import io.ringside.runtime.failure.Failures;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one work function against its durable consumer. */
public final class WorkLoop<I> implements AutoCloseable {
    /** Deliveries of one message before it becomes a dead letter; the consumer's own limit must be higher. */
    public static final int DELIVERIES_MAX = 8;
    /** How long a stop waits for work under way. */
    public static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final long FIRST_DELAY_MS = 200;
    private static final long DELAY_MS_MAX = 60_000;
    private static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(3);
    private static final long PULL_MS = 1_000;

    private final WorkFunction<I> function;
    private final DeadLetters deadLetters;
    private final RandomGenerator jitter;
    private final Semaphore permits;
    private final ConsumerContext consumer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread fetching;
    private volatile boolean stopping;

    private WorkLoop(WorkFunction<I> function, Connection nats, RandomGenerator jitter)
            throws IOException, JetStreamApiException {
        this.function = function;
        this.deadLetters = new DeadLetters(function.name(), nats);
        this.jitter = jitter;
        this.permits = new Semaphore(function.concurrency());
        this.consumer = nats.getConsumerContext(function.stream(), function.name());
        this.fetching = Thread.ofVirtual().name(function.name()).unstarted(this::fetchUntilStopped);
    }

    /**
     * Binds to the function's durable consumer and begins.
     *
     * @throws JetStreamApiException when the consumer or its stream does not exist: a function that follows nothing
     *     must not look alive
     */
    public static <I> WorkLoop<I> start(WorkFunction<I> function, Connection nats, RandomGenerator jitter)
            throws IOException, JetStreamApiException {
        WorkLoop<I> loop = new WorkLoop<>(function, nats, jitter);
        loop.fetching.start();
        return loop;
    }

    /** Takes nothing new and waits for what is under way. */
    @Override
    public void close() {
        stopping = true;
        try {
            fetching.join();
            threads.shutdown();
            if (!threads.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: work under way was not done within {}, it comes again", function.name(), STOP_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetchUntilStopped() {
        while (!stopping) {
            try {
                permits.acquire();
                fetch(1 + permits.drainPermits());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.info("{}: nothing fetched: {}", function.name(), e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FIRST_DELAY_MS));
            }
        }
    }

    /** Fetches no more than can begin at once, so that nothing waits here unseen when the process stops. */
    private void fetch(int free) throws Exception {
        int begun = 0;
        try (FetchConsumer fetched = consumer.fetch(FetchConsumeOptions.builder()
                .maxMessages(free)
                .expiresIn(PULL_MS)
                .build())) {
            for (Message message = fetched.nextMessage(); message != null; message = fetched.nextMessage()) {
                begun++;
                begin(message);
            }
        } finally {
            permits.release(free - begun);
        }
    }

    private void begin(Message message) {
        threads.submit(() -> {
            try {
                work(message);
            } finally {
                permits.release();
            }
        });
    }

    private void work(Message message) {
        long delivered = message.metaData().deliveredCount();
        try {
            function.handle(item(message, delivered));
            message.ackSync(ACKNOWLEDGEMENT_WAIT);
        } catch (PermanentFailure e) {
            setAside(message, Failures.sentence(e));
        } catch (Wire.UndecodableException e) {
            setAside(message, Failures.printable(e.getMessage()));
        } catch (TimeoutException e) {
            LOG.info("{}: an acknowledgement got lost, the message comes again", function.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            message.nak();
        } catch (Exception e) {
            if (delivered >= DELIVERIES_MAX && !Failures.passes(e)) {
                setAside(message, Failures.sentence(e));
            } else {
                message.nakWithDelay(delay(delivered));
            }
        }
    }

    private WorkItem<I> item(Message message, long delivered) throws Wire.UndecodableException {
        String id = message.hasHeaders() ? message.getHeaders().getFirst(Headers.MESSAGE_ID) : null;
        long sequence = message.metaData().streamSequence();
        return new WorkItem<>(
                message.getSubject(),
                sequence,
                id == null ? function.stream() + '/' + sequence : id,
                delivered,
                Wire.decode(message.getData(), function.body()));
    }

    /** Stored as a dead letter before it is terminated: killed in between, it is set aside again under the same id. */
    private void setAside(Message message, String cause) {
        try {
            deadLetters.store(message, cause);
            message.term();
        } catch (IOException e) {
            LOG.warn("{}: dead letter not stored, the message comes again: {}", function.name(), e.getMessage());
            message.nakWithDelay(delay(DELIVERIES_MAX));
        }
    }

    /** Full jitter below a ceiling that doubles with every delivery. */
    private Duration delay(long delivered) {
        long ceiling = Math.min(DELAY_MS_MAX, FIRST_DELAY_MS << Math.min(20, delivered - 1));
        return Duration.ofMillis(1 + jitter.nextLong(ceiling));
    }
}
