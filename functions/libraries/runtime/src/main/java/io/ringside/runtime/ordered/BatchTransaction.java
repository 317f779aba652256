package io.ringside.runtime.ordered;

import io.ringside.contracts.Subjects;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.failure.Failures;
import io.ringside.runtime.journal.Memory;
import io.ringside.runtime.journal.StoredEvent;
import io.ringside.runtime.sql.Transactions;
import io.ringside.runtime.tenure.Holding;
import io.ringside.runtime.tenure.OwnershipLostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch, one transaction: look up what is known, decide the rest in the order of the log, save, and move the
 * cursors last. Answers of other functions are fetched before it begins.
 *
 * <p>A message that is already known is rare, and remembering it twice fails. So the first try of a batch takes every
 * message for new and saves looking; a try that fails is rolled back, and the next one looks.
 */
final class BatchTransaction<A> {
    private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);

    private final OrderedFunction<A> function;
    private final Memory memory;
    private final Transactions transactions;
    private final Probe probe;
    /** Known messages come in swarms, from a sender or a function that does its work again. */
    private boolean knownOnesAbout;

    BatchTransaction(OrderedFunction<A> function, Memory memory, Transactions transactions, Probe probe) {
        this.function = function;
        this.memory = memory;
        this.transactions = transactions;
        this.probe = probe;
    }

    /**
     * What a committed batch leaves to do.
     *
     * @param events to be published in order
     * @param answers stored notices for those who asked again, to be published after them
     * @param outcomes of the decisions, for metrics
     */
    record Result(
            List<StoredEvent> events,
            List<StoredEvent> answers,
            Map<Integer, Holding> holdings,
            List<String> outcomes,
            Times times) {}

    /** Where the time of a batch went, in nanoseconds. */
    record Times(long asking, long deciding, long committing) {}

    Result commit(List<Incoming> batch, Map<Integer, Holding> holdings) {
        List<Attempt.Identified> messages = batch.stream()
                .filter(Incoming::decodable)
                .map(Incoming::delivery)
                .map(this::identify)
                .toList();
        long started = System.nanoTime();
        A answers =
                function.ask(messages.stream().map(Attempt.Identified::delivery).toList());
        long asking = System.nanoTime() - started;
        if (!knownOnesAbout) {
            try {
                return commit(attempt(false, batch, messages, holdings), answers, asking);
            } catch (RuntimeException e) {
                if (Failures.passes(e) || OwnershipLostException.behind(e) != null) {
                    throw e;
                }
                LOG.debug("{}: batch of {} is tried again with a look at what is known", function.name(), batch.size());
            }
        }
        Attempt<A> looking = attempt(true, batch, messages, holdings);
        Result result = commit(looking, answers, asking);
        knownOnesAbout = looking.metKnownOnes();
        return result;
    }

    private Attempt<A> attempt(
            boolean looks, List<Incoming> batch, List<Attempt.Identified> messages, Map<Integer, Holding> holdings) {
        return new Attempt<>(function, memory, probe, looks, batch, messages, holdings);
    }

    private Result commit(Attempt<A> attempt, A answers, long asking) {
        long begun = System.nanoTime();
        List<StoredEvent> again = transactions.write(connection -> attempt.run(connection, answers));
        long done = System.nanoTime();
        attempt.announce();
        Times times = new Times(asking, attempt.decidedNanos() - begun, done - attempt.decidedNanos());
        return new Result(attempt.events(), again, attempt.holdings(), attempt.outcomes(), times);
    }

    private Attempt.Identified identify(Delivery delivery) {
        // What is asked is the verb as well: two commands may say the same of different things.
        byte[] verb = Subjects.verbOf(delivery.subject()).getBytes(StandardCharsets.UTF_8);
        byte[] hash = Memory.hash(verb, delivery.raw());
        String identity = function.identityOf(delivery);
        return new Attempt.Identified(
                delivery, identity, identity + '~' + HexFormat.of().formatHex(hash, 0, 8), hash);
    }
}
