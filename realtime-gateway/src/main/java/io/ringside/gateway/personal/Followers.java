package io.ringside.gateway.personal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The sockets on one personal channel, in the order in which they came. Not thread-safe. */
final class Followers {
    private final Set<Follower> all = new LinkedHashSet<>();

    void add(Follower follower) {
        all.add(follower);
    }

    boolean remove(Follower follower) {
        return all.remove(follower);
    }

    boolean has(Follower follower) {
        return all.contains(follower);
    }

    int size() {
        return all.size();
    }

    /** Hands each push after this sequence to those who are up to it. */
    void deliverAfter(long sequence, History history) {
        for (Push push = history.after(sequence); push != null; push = history.after(push.sequence())) {
            for (Follower follower : all) {
                follower.live(push);
            }
        }
    }

    boolean anyWaits() {
        return all.stream().anyMatch(follower -> !follower.answered());
    }

    /** Does this with everybody who has no answer yet. */
    void forEachWaiting(Consumer<Follower> action) {
        List.copyOf(all).stream().filter(follower -> !follower.answered()).forEach(action);
    }

    /** These get no further. */
    void lose(Predicate<Follower> which, Follower.Trouble trouble) {
        List<Follower> lost = all.stream().filter(which).toList();
        lost.forEach(all::remove);
        lost.forEach(follower -> follower.lost(trouble));
    }
}
