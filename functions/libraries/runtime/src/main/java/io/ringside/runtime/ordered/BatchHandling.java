package io.ringside.runtime.ordered;

import io.nats.client.Message;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.deadletter.DeadLetters;
import io.ringside.runtime.failure.Failures;
import io.ringside.runtime.journal.Journal;
import io.ringside.runtime.tenure.Holding;
import io.ringside.runtime.tenure.OwnershipLostException;
import io.ringside.runtime.tenure.Tenure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From messages read to events sent. Their acknowledgements are awaited while the next batch is decided and committed.
 * A batch that fails for a cause of its own is tried message by message; a message that keeps failing becomes a dead
 * letter, and what follows it goes on.
 */
final class BatchHandling implements AutoCloseable {
    /** Tries of one message in place before it is given up. */
    static final int TRIES_MAX = 5;
    /** Wait before the second try; it doubles: all five take less than a second. */
    private static final long FIRST_WAIT_MS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(BatchHandling.class);

    private final OrderedFunction<?> function;
    private final BatchTransaction<?> transaction;
    private final Tenure tenure;
    private final CursorUpkeep upkeep;
    private final Publication publication;
    private final DeadLetters deadLetters;
    private final LoopMetrics metrics;
    private final Probe probe;

    BatchHandling(
            OrderedFunction<?> function,
            BatchTransaction<?> transaction,
            Tenure tenure,
            CursorUpkeep upkeep,
            Publication publication,
            DeadLetters deadLetters,
            LoopMetrics metrics,
            Probe probe) {
        this.function = function;
        this.transaction = transaction;
        this.tenure = tenure;
        this.upkeep = upkeep;
        this.publication = publication;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.probe = probe;
    }

    /**
     * Handles them all, or those before it was told to stop.
     *
     * @return whether all are handled
     */
    boolean handle(List<Message> messages, BooleanSupplier goOn) throws Exception {
        List<Incoming> batch = new ArrayList<>();
        for (Message message : messages) {
            Incoming incoming = Incoming.of(message, function.sources());
            if (ours(incoming)) {
                batch.add(incoming);
            }
        }
        if (batch.isEmpty()) {
            return true;
        }
        metrics.began(batch);
        List<Incoming> readable = batch.stream().filter(Incoming::decodable).toList();
        if (readable.size() == batch.size()) {
            try {
                commitAndPublish(batch);
                return true;
            } catch (RuntimeException e) {
                rethrowUnlessOfTheMessage(e);
                LOG.warn("{}: batch of {} failed, trying one by one: {}", function.name(), batch.size(), e.toString());
            }
        }
        for (Incoming message : batch) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            handleAlone(message);
        }
        return true;
    }

    /** Waits until everything that was sent is acknowledged. */
    void finish() throws IOException, InterruptedException {
        publication.finish();
    }

    /** Publishes what an earlier life, here or elsewhere, committed and left. */
    void catchUp() throws IOException, InterruptedException {
        publication.catchUp();
    }

    /** Waits for what was sent a last time; the next owner publishes what is not acknowledged. */
    @Override
    public void close() {
        try {
            publication.finish();
        } catch (IOException | InterruptedException e) {
            LOG.warn("{}: left without every acknowledgement: {}", function.name(), e.toString());
        }
        publication.close();
    }

    private boolean ours(Incoming message) {
        Holding holding = tenure.holdings().get(message.partition());
        return holding != null && !holding.handled(message.stream(), message.sequence());
    }

    private void commitAndPublish(List<Incoming> batch) throws IOException, InterruptedException {
        BatchTransaction.Result result = transaction.commit(batch, tenure.holdings());
        tenure.adopt(result.holdings());
        long committed = System.nanoTime();
        metrics.committed(batch, result);
        probe.reached(Probe.Point.AFTER_COMMIT);
        publication.begin(result.events(), true, () -> metrics.published(System.nanoTime() - committed));
        publication.answer(result.answers());
    }

    private void handleAlone(Incoming message) throws Exception {
        String cause = message.undecodable();
        for (int tries = 1; cause == null; tries++) {
            try {
                commitAndPublish(List.of(message));
                return;
            } catch (RuntimeException e) {
                rethrowUnlessOfTheMessage(e);
                metrics.retried();
                if (tries == TRIES_MAX) {
                    cause = Failures.sentence(e);
                    LOG.error(
                            "{}: message {} of {} is given up",
                            function.name(),
                            message.sequence(),
                            message.stream(),
                            e);
                } else {
                    LockSupport.parkNanos((FIRST_WAIT_MS << (tries - 1)) * 1_000_000);
                }
            }
        }
        giveUp(message, cause);
    }

    private void giveUp(Incoming message, String cause) throws IOException, InterruptedException {
        deadLetters.store(message.original(), cause);
        metrics.dead();
        Journal journal = new Journal(function.name(), tenure.holdings());
        journal.pass(message.partition(), message.stream(), message.sequence());
        journal.emit(
                message.partition(),
                "dead/" + message.stream() + '/' + message.sequence(),
                message.trace(),
                whatItsSenderIsTold(message));
        upkeep.commit(journal);
        publication.begin(journal.events(), true, () -> {});
    }

    /** A message that cannot be handled may not be fit to be answered either. */
    private List<Emission> whatItsSenderIsTold(Incoming message) {
        try {
            return function.whenAbandoned(message.subject(), message.user(), message.raw(), message.at());
        } catch (RuntimeException e) {
            LOG.error("{}: nobody is told of message {}", function.name(), message.sequence(), e);
            return List.of();
        }
    }

    /** A failure of the servers, or of an owner that is no longer one, is none of the message's. */
    private void rethrowUnlessOfTheMessage(RuntimeException failure) {
        OwnershipLostException lost = OwnershipLostException.behind(failure);
        if (lost != null) {
            throw lost;
        }
        if (Failures.passes(failure)) {
            throw failure;
        }
        if (!tenure.stillHeld()) {
            throw new OwnershipLostException(function.name() + ": another instance took over meanwhile");
        }
    }
}
