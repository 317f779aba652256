package io.ringside.gateway.personal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pushes of one channel without a hole, up to a limit. Not thread-safe. */
final class Ring {
    private final NavigableMap<Long, Push> pushes = new TreeMap<>();
    private final int most;

    // Every notice after this one is here.
    private long base;

    /** One that keeps so many. */
    Ring(int most) {
        this.most = most;
    }

    /** After which every notice is here. */
    long base() {
        return base;
    }

    void begin(long after) {
        base = after;
    }

    /** The newest notice, or where the next one will follow. */
    long top() {
        return pushes.isEmpty() ? base : pushes.lastKey();
    }

    /** Takes a notice in, unless it is here: then it knows its predecessor, which the stream may have dropped since. */
    void put(Notice notice, long previous) {
        pushes.computeIfAbsent(notice.sequence(), sequence -> new Push(sequence, previous, notice.push(previous)));
    }

    /** Drops the oldest ones past the limit; whether there were any. */
    boolean trim() {
        boolean trimmed = false;
        while (pushes.size() > most) {
            base = pushes.pollFirstEntry().getKey();
            trimmed = true;
        }
        return trimmed;
    }

    void clear() {
        pushes.clear();
    }

    boolean has(long sequence) {
        return pushes.containsKey(sequence);
    }

    /** Whether this very notice is here: another stream counts from one again, so its number is not enough. */
    boolean has(Notice notice) {
        Push here = pushes.get(notice.sequence());
        return here != null && here.frame().publishedAtNanos() == notice.publishedAtNanos();
    }

    /** The push with the lowest sequence after this one. */
    @Nullable
    Push after(long sequence) {
        Map.Entry<Long, Push> next = pushes.higherEntry(sequence);
        return next == null ? null : next.getValue();
    }

    int countAfter(long sequence) {
        return pushes.tailMap(sequence, false).size();
    }
}
