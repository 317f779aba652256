package io.ringside.runtime.ordered;

import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionOperations;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.failure.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Outcome of a message that had its effect before. */
    private static final String KNOWN = "known";

    private final OrderedFunction<A> function;
    private final Memory memory;
    private final TransactionOperations<Connection> transactions;
    private final Probe probe;
    /** Known messages come in swarms, from a sender or a function that does its work again. */
    private boolean knownOnesAbout;

    BatchTransaction(
            OrderedFunction<A> function, Memory memory, TransactionOperations<Connection> transactions, Probe probe) {
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
        List<Identified> messages = batch.stream()
                .filter(Incoming::decodable)
                .map(Incoming::delivery)
                .map(this::identify)
                .toList();
        long started = System.nanoTime();
        A answers = function.ask(messages.stream().map(Identified::delivery).toList());
        long asking = System.nanoTime() - started;
        if (!knownOnesAbout) {
            try {
                return commit(new Committing(batch, messages, holdings, false), answers, asking);
            } catch (RuntimeException e) {
                if (Failures.passes(e) || OwnershipLostException.behind(e) != null) {
                    throw e;
                }
                LOG.debug("{}: batch of {} is tried again with a look at what is known", function.name(), batch.size());
            }
        }
        Committing looking = new Committing(batch, messages, holdings, true);
        Result result = commit(looking, answers, asking);
        knownOnesAbout = looking.metKnownOnes();
        return result;
    }

    private Result commit(Committing committing, A answers, long asking) {
        long begun = System.nanoTime();
        List<StoredEvent> again = transact(status -> committing.run(status.getConnection(), answers));
        long done = System.nanoTime();
        committing.announce();
        Times times = new Times(asking, committing.decidedNanos - begun, done - committing.decidedNanos);
        return new Result(committing.journal.events(), again, committing.journal.after(), committing.outcomes, times);
    }

    /** What the database refuses comes out of a transaction as a checked exception that nobody declares. */
    private <T> T transact(TransactionCallback<Connection, T> work) {
        try {
            return transactions.executeWrite(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Identified identify(Delivery delivery) {
        byte[] hash = Memory.hash(delivery.raw());
        String identity = function.identityOf(delivery);
        return new Identified(
                delivery, identity, identity + '~' + HexFormat.of().formatHex(hash, 0, 8), hash);
    }

    /**
     * A message with what identifies its effect.
     *
     * @param conflictIdentity under which its refusal is remembered when the identity is taken by another body
     */
    private record Identified(Delivery delivery, String identity, String conflictIdentity, byte[] hash) {}

    /** The part that runs inside the transaction. */
    private final class Committing {
        private final List<Incoming> batch;
        private final List<Identified> messages;
        private final Journal journal;
        private final List<String> askedAgain = new ArrayList<>();
        private final List<String> outcomes = new ArrayList<>();
        private final boolean looks;
        private OrderedFunction.Work work = new NothingToDo();
        private long decidedNanos;

        /** @param looks at what is known, instead of taking every message for new */
        Committing(List<Incoming> batch, List<Identified> messages, Map<Integer, Holding> holdings, boolean looks) {
            this.batch = batch;
            this.messages = messages;
            this.journal = new Journal(function.name(), holdings);
            this.looks = looks;
        }

        boolean metKnownOnes() {
            return outcomes.contains(KNOWN);
        }

        /** Returns the stored answers for those who asked again. */
        List<StoredEvent> run(Connection connection, A answers) throws SQLException {
            Map<String, byte[]> known = looks ? memory.recall(connection, identities()) : new HashMap<>();
            List<Delivery> fresh = messages.stream()
                    .filter(message -> !known.containsKey(message.conflictIdentity()))
                    .filter(message -> Memory.judge(known, message.identity(), message.hash()) != Memory.Verdict.KNOWN)
                    .map(Identified::delivery)
                    .toList();
            if (!fresh.isEmpty()) {
                work = function.begin(fresh, answers);
            }
            for (Identified message : messages) {
                decide(message, known);
            }
            batch.forEach(message -> journal.pass(message.partition(), message.stream(), message.sequence()));
            if (!fresh.isEmpty()) {
                work.save();
            }
            decidedNanos = System.nanoTime();
            journal.write(connection);
            List<StoredEvent> again = askedAgain.isEmpty() ? List.of() : memory.answers(connection, askedAgain);
            probe.reached(Probe.Point.BEFORE_COMMIT);
            return again;
        }

        private Set<String> identities() {
            return messages.stream()
                    .flatMap(message -> Stream.of(message.identity(), message.conflictIdentity()))
                    .collect(Collectors.toSet());
        }

        void announce() {
            work.committed();
        }

        private void decide(Identified message, Map<String, byte[]> known) {
            Delivery delivery = message.delivery();
            if (known.containsKey(message.conflictIdentity())) {
                askAgain(delivery, message.conflictIdentity());
                return;
            }
            switch (Memory.judge(known, message.identity(), message.hash())) {
                case KNOWN -> askAgain(delivery, message.identity());
                case NEW -> record(message, message.identity(), work.decide(delivery), known);
                case CONFLICT -> record(message, message.conflictIdentity(), work.conflict(delivery), known);
            }
        }

        private void record(Identified message, String identity, Decision decision, Map<String, byte[]> known) {
            journal.record(message.delivery(), identity, message.hash(), decision);
            known.put(identity, message.hash());
            outcomes.add(decision.outcome());
        }

        private void askAgain(Delivery delivery, String identity) {
            outcomes.add(KNOWN);
            if (delivery.user() != null) {
                askedAgain.add(identity);
            }
        }
    }

    /** Stands where every message of a batch was known before. */
    private static final class NothingToDo implements OrderedFunction.Work {
        @Override
        public Decision decide(Delivery delivery) {
            throw new IllegalStateException("nothing was begun for " + delivery.messageId());
        }

        @Override
        public void save() {}
    }
}
