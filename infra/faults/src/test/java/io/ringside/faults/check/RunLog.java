package io.ringside.faults.check;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.contracts.Partitions;
import io.ringside.contracts.Subjects;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Followed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the streams and the runtime's tables hold of a run: each message that was sent, and each that was handled. */
final class RunLog {
    static final Instant AT = Instant.parse("2026-11-21T09:00:00.123456Z");
    /** Facts that become a line in somebody's list. */
    private static final List<String> SHOWN = List.of("evt.order.", "evt.rfq.", "evt.trade.");

    private static final int PARTITION = Partitions.of(SoundRun.ACCOUNT);

    final List<Book.Remembered> remembered = new ArrayList<>();
    final List<Book.Event> events = new ArrayList<>();
    final List<Book.Audit> audits = new ArrayList<>();
    final List<Stored> commands = new ArrayList<>();
    final List<Stored> facts = new ArrayList<>();
    final List<Stored> deadLetters = new ArrayList<>();
    final Map<String, Long> cursors = new HashMap<>();

    /** A command is stored and handled by its function. */
    void command(String subject, String id, String function) {
        command(subject, id, function, "handled");
    }

    /** A command is stored, and its function's audit says how it ended. */
    void command(String subject, String id, String function, String outcome) {
        handle(function, store(commands, "COMMANDS", subject, id), id, outcome);
    }

    /** A function tells one user something. */
    void notice(String function, String user, String type, byte[] body) {
        long ordinal = 1 + made(function);
        String id = function + "/event/" + ordinal;
        events.add(new Book.Event(function, PARTITION, ordinal, id, Subjects.inbox(user), type, body));
    }

    /** A function tells a fact. */
    Stored fact(String function, String subject, byte[] body) {
        long ordinal = 1 + made(function);
        String id = function + "/event/" + ordinal;
        events.add(new Book.Event(function, PARTITION, ordinal, id, subject, "fact", body));
        Stored stored = store(facts, "EVENTS", subject, id);
        if (SHOWN.stream().anyMatch(subject::startsWith)) {
            handle("activity", stored, id);
        }
        return stored;
    }

    void handle(String function, Stored message, String identity) {
        handle(function, message, identity, "handled");
    }

    private void handle(String function, Stored message, String identity, String outcome) {
        remembered.add(new Book.Remembered(function, identity, message.stream(), message.sequence()));
        List<Book.Audit> chain = chain(function);
        String before = chain.isEmpty() ? "00".repeat(32) : chain.getLast().hash();
        Book.Audit bare = new Book.Audit(
                function,
                PARTITION,
                chain.size() + 1L,
                identity,
                message.stream(),
                message.sequence(),
                AT,
                message.subject(),
                message.subject().getBytes(StandardCharsets.UTF_8),
                outcome,
                "");
        audits.add(withHash(bare, AuditChainHolds.hash(before, bare)));
        int partition = Subjects.partitionOf(message.subject()).orElseThrow();
        cursors.put(Followed.key(function, partition, message.stream()), message.sequence());
    }

    /** The runtime's tables as they stand. */
    Book.Runtime runtime() {
        List<Book.Partition> heads = new ArrayList<>();
        for (String function :
                new HashSet<>(audits.stream().map(Book.Audit::function).toList())) {
            List<Book.Audit> chain = chain(function);
            long made = made(function);
            heads.add(new Book.Partition(
                    function,
                    PARTITION,
                    made,
                    made,
                    chain.size(),
                    chain.getLast().hash()));
        }
        List<Book.Cursor> places = new ArrayList<>();
        cursors.forEach((key, sequence) -> {
            String[] parts = key.split(" ", 3);
            places.add(new Book.Cursor(parts[0], Integer.parseInt(parts[1]), parts[2], sequence));
        });
        return new Book.Runtime(heads, places, List.copyOf(remembered), List.copyOf(events), List.copyOf(audits));
    }

    private List<Book.Audit> chain(String function) {
        return audits.stream().filter(row -> row.function().equals(function)).toList();
    }

    private long made(String function) {
        return events.stream()
                .filter(event -> event.function().equals(function))
                .count();
    }

    private static Stored store(List<Stored> log, String stream, String subject, String id) {
        Stored stored = new Stored(stream, log.size() + 1L, subject, id, AT, false, new byte[0]);
        log.add(stored);
        return stored;
    }

    private static Book.Audit withHash(Book.Audit row, String hash) {
        return new Book.Audit(
                row.function(),
                row.partition(),
                row.ordinal(),
                row.messageId(),
                row.stream(),
                row.sequence(),
                row.at(),
                row.subject(),
                row.input(),
                row.outcome(),
                hash);
    }
}
