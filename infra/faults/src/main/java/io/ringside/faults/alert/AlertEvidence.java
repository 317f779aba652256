package io.ringside.faults.alert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run came to, of every user by name.
 *
 * @param accepted ids of the alerts that the log took, in its order
 * @param heard what the user's client lived through
 * @param acknowledged ids that the book of record has as acknowledged
 * @param anew what a client that knows nothing is given at the end as not acknowledged
 */
public record AlertEvidence(
        Map<String, List<String>> accepted,
        Map<String, List<Heard>> heard,
        Map<String, Set<String>> acknowledged,
        Map<String, Set<String>> anew) {
    /** How often a push did not follow on the last one and its client asked for what was missing. */
    public long resyncs() {
        return count(Heard.Missed.class::isInstance);
    }

    /** How often a client was told that what it missed is gone from the stream, or that it is its first visit. */
    public long gaps() {
        return count(step -> step instanceof Heard.Restored restored && restored.gap());
    }

    private long count(Predicate<Heard> which) {
        return heard.values().stream().flatMap(List::stream).filter(which).count();
    }
}
