package io.ringside.gateway.socket;

/** When something was last heard of a peer, and what follows from it. Times are epoch milliseconds. */
final class Liveness {
    private final SocketSettings settings;
    private final long opened;
    private long heard;
    private long asked = Long.MAX_VALUE;
    private long nextHeartbeat;

    Liveness(SocketSettings settings, long now) {
        this.settings = settings;
        opened = now;
        heard = now;
        nextHeartbeat = now + settings.heartbeat().toMillis();
    }

    void heard(long now) {
        heard = now;
        asked = Long.MAX_VALUE;
    }

    long openFor(long now) {
        return now - opened;
    }

    /** Whether the peer is to be asked; true once for each silence. */
    boolean needsPing(long now) {
        if (asked != Long.MAX_VALUE || now - heard < settings.idle().toMillis()) {
            return false;
        }
        asked = now;
        return true;
    }

    boolean isDead(long now) {
        return asked != Long.MAX_VALUE && now - asked >= settings.dead().toMillis();
    }

    boolean needsHeartbeat(long now) {
        if (now < nextHeartbeat) {
            return false;
        }
        nextHeartbeat = now + settings.heartbeat().toMillis();
        return true;
    }
}
