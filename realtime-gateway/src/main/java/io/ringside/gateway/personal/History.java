package io.ringside.gateway.personal;

import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of one personal channel: the newest notices without a hole, and from where on. It decides what
 * is replayed; it neither reads nor sends. Not thread-safe.
 */
final class History {
    /** Notices that a node keeps of one channel; the oldest goes first. */
    static final int NOTICES_MAX = 1_000;

    private final Ring ring = new Ring(NOTICES_MAX);
    private final int retainedMax;

    private boolean known;
    // Nothing older than the first push here is to be had anywhere.
    private boolean complete;
    // The very first message of the channel is here, and all after it.
    private boolean fromTheStart;
    private int breaks;
    private long highest;

    History(int retainedMax) {
        this.retainedMax = retainedMax;
    }

    /** The newest notice, 0 if there was none yet. */
    long top() {
        return ring.top();
    }

    /** How often what was here turned out not to lead to what came next. */
    int breaks() {
        return breaks;
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
        return position.sequence() <= top() && (complete || position.sequence() >= ring.base());
    }

    /** From where on the stream has to be read to answer this position. */
    long readFrom(@Nullable Position position, String epoch) {
        long stood = position == null || !position.epoch().equals(epoch) ? 0 : position.sequence();
        return known ? Math.min(stood, top()) : stood;
    }

    /**
     * Takes in what the stream has from a sequence on.
     *
     * @param from the message with this sequence is asked for too: if it is there, nothing after it is missing
     * @return whether the next push shows if anything is missing; not if the newest notice is gone from the stream and
     *     none came after it, for what came may be gone as well
     */
    boolean read(long from, List<Notice> notices) {
        boolean anchored = from > 0 && !notices.isEmpty() && notices.getFirst().sequence() == from;
        long before = top();
        boolean joined = before == 0 || notices.stream().anyMatch(notice -> notice.sequence() == before);
        if (!joined) {
            forget();
        }
        boolean whole = !anchored && from == 0 && isWhole(notices);
        fromTheStart = whole || (fromTheStart && before > 0);
        long first = whole || notices.isEmpty() ? 0 : notices.getFirst().sequence();
        boolean anew = !known || !joined || before == 0;
        ring.begin(anew ? first : anchored ? Math.min(ring.base(), from) : ring.base());
        known = true;
        // What came before the first one is not known: it follows nobody.
        long previous = anchored ? from : Math.max(0, first - 1);
        for (Notice notice : anchored ? notices.subList(1, notices.size()) : notices) {
            ring.put(notice, previous);
            previous = notice.sequence();
        }
        trim();
        // Whoever stands before what was read finds it nowhere else; nor more than a node keeps, here.
        complete |= !anchored;
        return joined || top() > before;
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
        if (!isNewer(notice) || isPast(notice, previous)) {
            return isNewer(notice) ? Appended.HOLE : ring.has(notice) ? Appended.KNOWN : Appended.STRANGE;
        }
        ring.put(notice, top());
        trim();
        return Appended.NEWEST;
    }

    /** Whether it came after everything that was ever here, gone from the stream or not. */
    boolean isNewer(Notice notice) {
        return notice.sequence() > Math.max(highest, top());
    }

    /** Whether a live notice does not follow the newest one here. */
    boolean isPast(Notice notice, long previous) {
        return isNewer(notice) && previous != top();
    }

    /** Takes in a live notice that the stream has no longer: what is known begins with it. */
    void adopt(Notice notice, long previous) {
        forget();
        ring.begin(previous);
        complete = true;
        ring.put(notice, previous);
    }

    /** Something may have been missed, and the stream cannot say: nothing is known any more. */
    void doubt() {
        forget();
        known = false;
    }

    private void forget() {
        highest = Math.max(highest, top());
        ring.clear();
        ring.begin(0);
        fromTheStart = false;
        complete = false;
        breaks++;
    }

    /** The push with the lowest sequence after this one. */
    @Nullable
    Push after(long sequence) {
        return ring.after(sequence);
    }

    /** Whether what follows this sequence is all here. */
    boolean reaches(long sequence) {
        return sequence >= ring.base() || complete;
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
        return isLinked(position.sequence())
                ? Subscribed.replay(end, ring.countAfter(position.sequence()))
                : gap(end, position.sequence(), Subscribed.Gap.EVICTED);
    }

    /** The sequence after which pushes are sent to a client that stands here. */
    long startOf(@Nullable Position position, String epoch) {
        boolean here = position != null && position.epoch().equals(epoch) && position.sequence() <= top();
        return position != null && here ? position.sequence() : 0;
    }

    /**
     * Whether the first push after this sequence is the very next message. If the message itself is gone, others after
     * it may be too. Before the first of all there is none to look for: then the stream must hold fewer than it may.
     */
    private boolean isLinked(long sequence) {
        return sequence == 0 ? fromTheStart : sequence == ring.base() || ring.has(sequence);
    }

    private Subscribed gap(Position end, long after, Subscribed.Gap reason) {
        Push first = ring.after(after);
        long available = first == null ? end.sequence() + 1 : first.sequence();
        return Subscribed.gap(end, ring.countAfter(after), available, reason);
    }

    private void trim() {
        if (ring.trim()) {
            complete = false;
            fromTheStart = false;
        }
    }
}
