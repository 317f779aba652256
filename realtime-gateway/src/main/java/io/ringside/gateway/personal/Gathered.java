package io.ringside.gateway.personal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a read in several batches has so far: the newest messages, with no hole between them. A stream forgets from its
 * beginning on, also while it is read: by what settles all before it, or because a user has more than it keeps. What
 * was read before that is given up, since what followed it may never have been seen.
 */
final class Gathered {
    /** The newest are kept: what a node keeps of one channel, and the one before, which proves that none is missing. */
    static final int MESSAGES_MAX = History.NOTICES_MAX + 1;

    private final Deque<Notice> newest = new ArrayDeque<>();
    private final int most;

    /**
     * From a stream that retains this many messages of one channel. Where more come, it dropped some while they were
     * read, and between those that came before them one may be missing that was dropped before its turn; of the newest,
     * as many as it retains, none is: all of them were there when the last that is missing was dropped.
     */
    Gathered(int retainedMax) {
        most = Math.min(MESSAGES_MAX, retainedMax);
    }

    /**
     * Takes in a batch.
     *
     * @param batch read from {@link #next} on, so that it begins with what is known if the stream still has that
     */
    void add(List<Notice> batch) {
        boolean linked = !newest.isEmpty()
                && !batch.isEmpty()
                && batch.getFirst().sequence() == newest.getLast().sequence();
        if (!linked) {
            newest.clear();
        }
        for (Notice notice : linked ? batch.subList(1, batch.size()) : batch) {
            if (notice.rolledUp()) {
                // A batch is no snapshot: what this one settled may have come between what was read and this.
                newest.clear();
            }
            newest.add(notice);
            if (newest.size() > most) {
                newest.removeFirst();
            }
        }
    }

    /** Where the next batch begins: with the last message that is here. */
    long next() {
        return newest.getLast().sequence();
    }

    /** The oldest first. */
    List<Notice> notices() {
        return List.copyOf(newest);
    }
}
