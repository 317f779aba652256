package io.ringside.gateway.recovery;

/** What may happen to a client that recovers; a test that never saw one of these has not looked at it. */
public enum Branch {
    LIVE("answered live"),
    REPLAY_FROM_RING("replay from the node's ring"),
    REPLAY_FROM_STREAM("replay from the stream"),
    REPLAY_OF_A_FULL_QUEUE("replay of as many as may be missed"),
    GAP_FIRST("gap: first visit"),
    GAP_EVICTED("gap: evicted"),
    GAP_EPOCH("gap: another stream"),
    GAP_AT_ONE_TOO_MANY("gap: one more missed than is kept"),
    GAP_UNPROVEN("gap though nothing was lost, which nobody could know"),
    RESYNC("resync in band"),
    DUPLICATE("duplicate dropped by the client"),
    MERGED("live notice that waited for a read"),
    READ_AGAIN("read again, more waited than may"),
    EVICTED_WHILE_READ("evicted while it was read"),
    READ_FAILED("read that failed"),
    HOLE("hole found in what came live"),
    LOST_ON_THE_WAY("live notice lost in an outage"),
    DOUBLED("live notice heard twice"),
    LATE("live notices out of order"),
    SETTLED("all before it settled"),
    PURGED("subject purged by hand"),
    ANOTHER_STREAM("stream made anew"),
    MISTAKEN("took a new stream for the old one, and was told so after"),
    OUTAGE("outage of a node"),
    NODE_RESTARTED("node that forgot everything"),
    NODE_CHANGED("client came back to another node"),
    CHANNEL_DROPPED("channel dropped, nobody had followed it"),
    UNSUBSCRIBED("unsubscribed"),
    PACED("long replay taken piece by piece"),
    CLOSED_SLOW("closed 4408: too slow"),
    CLOSED_RESYNC("closed 4409: overtaken, or another stream"),
    CLOSED_UNAVAILABLE("closed 1013: the stream could not be read");

    private final String words;

    Branch(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
