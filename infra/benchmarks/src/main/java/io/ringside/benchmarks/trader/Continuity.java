package io.ringside.benchmarks.trader;

import org.jspecify.annotations.Nullable;

/** Where a client stands in its inbox. Every push names its predecessor, so a missing one is seen at once. */
public final class Continuity {
    private @Nullable Position position;
    /** After a gap the first push of the remaining ones has a predecessor that is gone, and that is all right. */
    private boolean anyPredecessor;

    /** What to do with a push. */
    public enum Judgement {
        ACCEPT,
        DUPLICATE,
        GAP
    }

    /** Where it stands; absent before the first visit. */
    public @Nullable Position position() {
        return position;
    }

    /** Takes what the server says after a subscription or a resync; true when something that was missed is gone. */
    public boolean restored(Inbound.Subscribed how) {
        Position top = how.position();
        boolean gap = how.mode().equals("gap");
        anyPredecessor = false;
        if (gap && top != null) {
            Integer count = how.count();
            Long first = how.firstAvailable();
            anyPredecessor = count != null && count > 0;
            position = anyPredecessor && first != null ? new Position(top.epoch(), first - 1) : top;
        } else if (how.mode().equals("live") && top != null) {
            position = top;
        }
        return gap && !"first".equals(how.reason());
    }

    /** Whether a push follows on what came before. */
    public Judgement judge(long sequence, long previous) {
        Position now = position;
        if (now == null) {
            return Judgement.GAP;
        }
        if (sequence <= now.sequence()) {
            return Judgement.DUPLICATE;
        }
        if (!anyPredecessor && previous != now.sequence()) {
            return Judgement.GAP;
        }
        anyPredecessor = false;
        position = new Position(now.epoch(), sequence);
        return Judgement.ACCEPT;
    }
}
