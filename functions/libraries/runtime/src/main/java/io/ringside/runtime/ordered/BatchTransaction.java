package io.ringside.runtime.ordered;

import io.micronaut.transaction.TransactionOperations;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One batch, one transaction: look up what is known, decide the rest in the order of the log, save, and move the
 * cursors last. Answers of other functions are fetched before it begins.
 */
final class BatchTransaction<A> {
    private final OrderedFunction<A> function;
    private final Memory memory;
    private final TransactionOperations<Connection> transactions;
    private final Probe probe;

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
            List<String> outcomes) {}

    Result commit(List<Incoming> batch, Map<Integer, Holding> holdings) {
        List<Identified> messages = batch.stream()
                .filter(Incoming::decodable)
                .map(Incoming::delivery)
                .map(this::identify)
                .toList();
        A answers = function.ask(messages.stream().map(Identified::delivery).toList());
        Committing committing = new Committing(batch, messages, new Journal(function.name(), holdings));
        Result result = transactions.executeWrite(status -> committing.run(status.getConnection(), answers));
        committing.announce();
        return result;
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
        private OrderedFunction.Work work = new NothingToDo();

        Committing(List<Incoming> batch, List<Identified> messages, Journal journal) {
            this.batch = batch;
            this.messages = messages;
            this.journal = journal;
        }

        Result run(Connection connection, A answers) throws SQLException {
            Set<String> identities = messages.stream()
                    .flatMap(message -> java.util.stream.Stream.of(message.identity(), message.conflictIdentity()))
                    .collect(Collectors.toSet());
            Map<String, byte[]> known = memory.recall(connection, identities);
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
            journal.write(connection);
            List<StoredEvent> again = askedAgain.isEmpty() ? List.of() : memory.answers(connection, askedAgain);
            probe.reached(Probe.Point.BEFORE_COMMIT);
            return new Result(journal.events(), again, journal.after(), outcomes);
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
            outcomes.add("known");
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
