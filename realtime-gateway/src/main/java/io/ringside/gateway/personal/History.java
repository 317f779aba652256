package io.ringside.gateway.personal;

import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of one personal channel: the newest notices without a hole, and from where on. It decides what
 * is replayed; it neither reads nor sends. Not thread-safe.
 */
final class History {
    /** Notices that a node keeps of one channel; the oldest goes first. */
    static final int NOTICES_MAX = 1_000;

    private final NavigableMap<Long, Push> pushes = new TreeMap<>();
    private final int retainedMax;

    // Every notice after this one is here.
    private long base;
    private boolean known;
    // Nothing older than the first push here is to be had anywhere.
    private boolean complete;
    // The very first message of the channel is here, and all after it.
    private boolean fromTheStart;

    /** Of a stream that retains this many messages of one channel. */
    History(int retainedMax) {
        this.retainedMax = retainedMax;
    }

    /** A notice as it is sent, and the one before it. */
    record Push(long sequence, long previous, Frame frame) {}

    /** What became of a live notice. */
    enum Appended {
        /** It is the newest now. */
        NEWEST,
        /** It was known. */
        KNOWN,
        /** Notices before it are missing. */
        HOLE
    }

    /** The newest notice, 0 if there was none yet. */
    long top() {
        return pushes.isEmpty() ? base : pushes.lastKey();
    }

    /** Whether the stream was ever read. */
    boolean known() {
        return known;
    }

    /** Whether an answer to this position needs nothing from the stream. */
    boolean covers(@Nullable Position position, String epoch) {
        if (!known || position == null || !position.epoch().equals(epoch)) {
            return known && complete;
        }
        return position.sequence() <= top() && (complete || position.sequence() >= base);
    }

    /** From where on the stream has to be read to answer this position. */
    long readFrom(@Nullable Position position, String epoch) {
        if (position == null || !position.epoch().equals(epoch)) {
            return 0;
        }
        return known ? Math.min(position.sequence(), top()) : position.sequence();
    }

    /**
     * Takes in what the stream has from a sequence on.
     *
     * @param from the message with this sequence is asked for too: if it is there, nothing after it is missing
     */
    void read(long from, List<Notice> notices) {
        boolean anchored = from > 0 && !notices.isEmpty() && notices.getFirst().sequence() == from;
        boolean broken =
                known && !anchored && !notices.isEmpty() && notices.getFirst().sequence() > top();
        if (broken) {
            pushes.clear();
            fromTheStart = false;
        }
        long least = anchored ? from : 0;
        base = !known || broken ? least : anchored ? Math.min(base, from) : base;
        fromTheStart |= !anchored && from == 0 && isWhole(notices);
        known = true;
        long previous = least;
        for (Notice notice : anchored ? notices.subList(1, notices.size()) : notices) {
            // What is here already knows its predecessor, which the stream may have dropped since.
            pushes.putIfAbsent(notice.sequence(), push(notice, previous));
            previous = notice.sequence();
        }
        trim();
        // Whoever stands before what was read finds it nowhere else; nor more than a node keeps, here.
        complete |= !anchored;
    }

    /** Whether a channel that was read from its start was never dropped from. */
    private boolean isWhole(List<Notice> notices) {
        return notices.size() < retainedMax
                && notices.size() <= NOTICES_MAX
                && (notices.isEmpty() || !notices.getFirst().rolledUp());
    }

    /**
     * Takes in a live notice.
     *
     * @param previous the message before it in the stream
     */
    Appended append(Notice notice, long previous) {
        if (notice.sequence() <= top()) {
            return Appended.KNOWN;
        }
        if (previous > top()) {
            return Appended.HOLE;
        }
        pushes.put(notice.sequence(), push(notice, top()));
        trim();
        return Appended.NEWEST;
    }

    /** Whether this very notice is here. */
    boolean contains(long sequence) {
        return pushes.containsKey(sequence);
    }

    /** The push with the lowest sequence after this one. */
    @Nullable
    Push after(long sequence) {
        Map.Entry<Long, Push> next = pushes.higherEntry(sequence);
        return next == null ? null : next.getValue();
    }

    /** Whether what follows this sequence is all here. */
    boolean reaches(long sequence) {
        return sequence >= base || complete;
    }

    /** How a client that stands here goes on; it gets every push after {@link #startOf}. */
    Subscribed answer(@Nullable Position position, String epoch) {
        Position end = new Position(epoch, top());
        if (position == null) {
            return gap(end, 0, Subscribed.Gap.FIRST);
        }
        if (!position.epoch().equals(epoch) || position.sequence() > top()) {
            return gap(end, 0, Subscribed.Gap.EPOCH);
        }
        if (position.sequence() == top()) {
            return Subscribed.live(end);
        }
        int count = pushes.tailMap(position.sequence(), false).size();
        return isLinked(position.sequence())
                ? Subscribed.replay(end, count)
                : gap(end, position.sequence(), Subscribed.Gap.EVICTED);
    }

    /** The sequence after which pushes are sent to a client that stands here. */
    long startOf(@Nullable Position position, String epoch) {
        if (position == null || !position.epoch().equals(epoch) || position.sequence() > top()) {
            return 0;
        }
        return position.sequence();
    }

    /**
     * Whether the first push after this sequence is the very next message. If the message itself is gone from the
     * stream, others after it may be too. Before the first message of all there is none to look for: then nothing was
     * gone if the stream held fewer than it may.
     */
    private boolean isLinked(long sequence) {
        if (sequence == 0) {
            return fromTheStart;
        }
        return sequence == base || pushes.containsKey(sequence);
    }

    private Subscribed gap(Position end, long after, Subscribed.Gap reason) {
        NavigableMap<Long, Push> rest = pushes.tailMap(after, false);
        long first = rest.isEmpty() ? end.sequence() + 1 : rest.firstKey();
        return Subscribed.gap(end, rest.size(), first, reason);
    }

    private static Push push(Notice notice, long previous) {
        return new Push(notice.sequence(), previous, notice.push(previous));
    }

    private void trim() {
        while (pushes.size() > NOTICES_MAX) {
            base = pushes.pollFirstEntry().getKey();
            complete = false;
            fromTheStart = false;
        }
    }
}
