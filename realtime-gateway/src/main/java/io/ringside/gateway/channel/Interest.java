package io.ringside.gateway.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many sockets of this node want each subject. The first makes a subscription, the last ends it. */
public final class Interest {
    private final Map<String, Integer> sockets = new HashMap<>();
    private final Change change;

    /** Makes and ends subscriptions. */
    public interface Change {
        /** The first socket wants it. */
        void wanted(String subject);

        /** The last socket no longer wants it. */
        void unwanted(String subject);
    }

    /** Tells of each first and each last. */
    public Interest(Change change) {
        this.change = change;
    }

    /** One more socket. */
    public synchronized void add(String subject) {
        if (sockets.merge(subject, 1, Integer::sum) == 1) {
            change.wanted(subject);
        }
    }

    /** One socket less. */
    public synchronized void remove(String subject) {
        Integer left = sockets.computeIfPresent(subject, (name, count) -> count - 1);
        if (left != null && left == 0) {
            sockets.remove(subject);
            change.unwanted(subject);
        }
    }

    /** Everything that is wanted. */
    public synchronized List<String> all() {
        return List.copyOf(sockets.keySet());
    }

    /** Whether any socket wants it. */
    public synchronized boolean has(String subject) {
        return sockets.containsKey(subject);
    }
}
