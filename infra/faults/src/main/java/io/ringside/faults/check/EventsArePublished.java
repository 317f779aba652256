package io.ringside.faults.check;

import io.ringside.benchmarks.floor.StreamLog;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a function remembers to have produced is in its stream, in the same order within a partition, and no fact is
 * in a
 * stream that nobody committed. Repetitions are allowed; consumers know them.
 */
final class EventsArePublished implements Check {
    @Override
    public String title() {
        return "every committed event is published, in order, and no other";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Long> commands = first(evidence.commands());
        Map<String, Long> facts = first(evidence.events());
        Map<String, Long> reached = new HashMap<>();
        Set<String> committed = new HashSet<>();
        List<Book.Event> events = evidence.book().runtime().events().stream()
                .filter(event -> !isGone(event.subject()))
                .sorted(Comparator.comparing(Book.Event::function)
                        .thenComparingInt(Book.Event::partition)
                        .thenComparingLong(Book.Event::ordinal))
                .toList();
        for (Book.Event event : events) {
            committed.add(event.eventId());
            boolean fact = event.subject().startsWith("evt.");
            Long at = (fact ? facts : commands).get(event.eventId());
            findings.expect(at != null, "event %s was committed and never published", event.eventId());
            if (at != null) {
                String line = event.function() + ' ' + event.partition() + ' ' + fact;
                long before = reached.getOrDefault(line, 0L);
                findings.must(
                        at > before,
                        "event %s stands at %d, before its predecessor at %d",
                        event.eventId(),
                        at,
                        before);
                reached.put(line, at);
            }
        }
        uncommitted(evidence, committed, findings);
        unpublished(evidence, findings);
    }

    /** Notices make room for newer ones, timers go when they are due, alerts when all are acknowledged. */
    private static boolean isGone(String subject) {
        return Stream.of("user.", "timer.", "alert.").anyMatch(subject::startsWith);
    }

    private static void uncommitted(Evidence evidence, Set<String> committed, Findings findings) {
        for (StreamLog.Stored stored : evidence.events()) {
            findings.must(
                    committed.contains(stored.messageId()),
                    "%s at %d was published and never committed",
                    stored.messageId(),
                    stored.sequence());
        }
    }

    private static void unpublished(Evidence evidence, Findings findings) {
        for (Book.Partition partition : evidence.book().runtime().partitions()) {
            findings.must(
                    partition.published() == partition.ordinal(),
                    "%s partition %d: %d of %d events are known to be published",
                    partition.function(),
                    partition.partition(),
                    partition.published(),
                    partition.ordinal());
        }
    }

    private static Map<String, Long> first(List<StreamLog.Stored> stream) {
        Map<String, Long> first = new HashMap<>();
        stream.forEach(stored -> first.putIfAbsent(stored.messageId(), stored.sequence()));
        return first;
    }
}
