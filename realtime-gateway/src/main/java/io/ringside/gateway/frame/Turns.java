package io.ringside.gateway.frame;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tasks that come round, spread over several turns: to look after every socket of a loop at once would keep each other
 * one waiting, and whoever came in one crowd would be asked in one crowd for ever. Not thread-safe.
 */
final class Turns {
    private final List<Set<Runnable>> turns;
    private int next;

    Turns(int count) {
        turns = Stream.<Set<Runnable>>generate(LinkedHashSet::new).limit(count).toList();
    }

    void add(Runnable task) {
        turnOf(task).add(task);
    }

    void remove(Runnable task) {
        turnOf(task).remove(task);
    }

    /** Runs those whose turn it is; they may come and go meanwhile. */
    void take() {
        List<Runnable> due = List.copyOf(turns.get(next));
        next = (next + 1) % turns.size();
        due.forEach(Runnable::run);
    }

    private Set<Runnable> turnOf(Runnable task) {
        return turns.get(Math.floorMod(task.hashCode(), turns.size()));
    }
}
