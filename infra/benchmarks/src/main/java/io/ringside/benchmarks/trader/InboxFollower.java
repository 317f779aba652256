package io.ringside.benchmarks.trader;

import org.jspecify.annotations.Nullable;

/** Follows the inbox without a hole: what does not fit is not applied but asked for again. */
final class InboxFollower {
    private final Requests requests;
    private final TraderEvents events;
    private final Continuity continuity = new Continuity();
    private boolean resyncing;

    InboxFollower(Requests requests, TraderEvents events) {
        this.requests = requests;
        this.events = events;
    }

    @Nullable
    Position position() {
        return continuity.position();
    }

    void restored(Inbound.@Nullable Subscribed how) {
        if (how != null) {
            resyncing = false;
            boolean gap = continuity.restored(how);
            events.connected(how.mode(), gap);
        }
    }

    void push(SocketLink from, Inbound.Push push, long sequence) {
        long previous = push.previous() == null ? 0 : push.previous();
        switch (continuity.judge(sequence, previous)) {
            case ACCEPT -> {
                Position now = continuity.position();
                events.noticed(push.type(), now == null ? "" : now.epoch(), sequence, push.data());
            }
            case GAP -> resync(from);
            case DUPLICATE -> {}
        }
    }

    void lost() {
        resyncing = false;
    }

    private void resync(SocketLink from) {
        if (!resyncing) {
            resyncing = true;
            from.send(requests.resync(continuity.position()));
        }
    }
}
