package io.ringside.runtime.ordered;

import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.journal.Journal;
import io.ringside.runtime.journal.Memory;
import io.ringside.runtime.journal.StoredEvent;
import io.ringside.runtime.tenure.Holding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One try to handle a batch: the part that runs inside the transaction, and what it came to. */
final class Attempt<A> {
    /** Outcome of a message that had its effect before. */
    private static final String KNOWN = "known";

    private final OrderedFunction<A> function;
    private final Memory memory;
    private final Probe probe;
    private final boolean looks;
    private final List<Incoming> batch;
    private final List<Identified> messages;
    private final Journal journal;
    private final List<String> askedAgain = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private OrderedFunction.Work work = new NothingToDo();
    private long decidedNanos;

    /** @param looks at what is known, instead of taking every message for new */
    Attempt(
            OrderedFunction<A> function,
            Memory memory,
            Probe probe,
            boolean looks,
            List<Incoming> batch,
            List<Identified> messages,
            Map<Integer, Holding> holdings) {
        this.function = function;
        this.memory = memory;
        this.probe = probe;
        this.looks = looks;
        this.batch = batch;
        this.messages = messages;
        this.journal = new Journal(function.name(), holdings);
    }

    List<StoredEvent> events() {
        return journal.events();
    }

    Map<Integer, Holding> holdings() {
        return journal.after();
    }

    List<String> outcomes() {
        return outcomes;
    }

    long decidedNanos() {
        return decidedNanos;
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

    /**
     * A message with what identifies its effect.
     *
     * @param conflictIdentity under which its refusal is remembered when the identity is taken by another body
     */
    record Identified(Delivery delivery, String identity, String conflictIdentity, byte[] hash) {}

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
