package io.ringside.gateway.socket;

/** When something was last heard of a peer, how long its session lasts, what is due. Times are epoch milliseconds. */
final class Liveness {
    private final SocketSettings settings;
    private final long opened;
    private long heard;
    private long asked = Long.MAX_VALUE;
    private long nextHeartbeat;
    private long expiresAt = Long.MAX_VALUE;
    private boolean introduced;
    private boolean overdue;
    private boolean refreshAsked;

    Liveness(SocketSettings settings, long now) {
        this.settings = settings;
        opened = now;
        heard = now;
        nextHeartbeat = now + settings.heartbeat().toMillis();
    }

    /** What is due. */
    enum Due {
        NOTHING,
        /** The session is over. */
        EXPIRED,
        /** The peer is told that its session ends soon. */
        REFRESH,
        /** The peer is asked whether it is there. */
        PING,
        HEARTBEAT,
        /** The peer has not said in time who it is. */
        NO_GREETING,
        /** The peer was asked and did not answer. */
        DEAD
    }

    void heard(long now) {
        heard = now;
        asked = Long.MAX_VALUE;
    }

    /** The peer has said who it is, which remains to be checked. */
    void introduced() {
        introduced = true;
    }

    /** It is known who is there, and the session lasts until then. */
    void lasts(long until) {
        expiresAt = until;
        refreshAsked = false;
    }

    /** The one thing that is due now; what is asked or told counts as done. */
    Due due(long now) {
        if (now >= expiresAt) {
            return Due.EXPIRED;
        }
        if (!refreshAsked && now >= expiresAt - settings.refreshAhead().toMillis()) {
            refreshAsked = true;
            return Due.REFRESH;
        }
        if (!introduced && now - opened > settings.firstFrame().toMillis() && wasOverdue()) {
            return Due.NO_GREETING;
        }
        if (asked != Long.MAX_VALUE && now - asked >= settings.dead().toMillis()) {
            return Due.DEAD;
        }
        if (asked == Long.MAX_VALUE && now - heard >= settings.idle().toMillis()) {
            asked = now;
            return Due.PING;
        }
        if (expiresAt != Long.MAX_VALUE && now >= nextHeartbeat) {
            nextHeartbeat = now + settings.heartbeat().toMillis();
            return Due.HEARTBEAT;
        }
        return Due.NOTHING;
    }

    /** What came in time may lie unread behind what kept the loop busy: it is read before the next look. */
    private boolean wasOverdue() {
        boolean before = overdue;
        overdue = true;
        return before;
    }
}
