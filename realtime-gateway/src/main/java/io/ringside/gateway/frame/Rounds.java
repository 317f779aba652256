package io.ringside.gateway.frame;

import io.ringside.gateway.limit.TokenBucket;
import org.jspecify.annotations.Nullable;

/**
 * When the conflated values of one socket go out, where its client chose how often and how much: in rounds, of which
 * each sends what waits, the value that waits longest first, as far as the bytes reach. What is left waits for the next
 * one and is the latest then. Times are epoch milliseconds. Not thread-safe.
 */
final class Rounds {
    private static final long MS_PER_SECOND = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;

    private final long apartMs;
    private final @Nullable TokenBucket bytes;
    private long nextAt;
    private boolean sent;

    private Rounds(long apartMs, @Nullable TokenBucket bytes) {
        this.apartMs = apartMs;
        this.bytes = bytes;
    }

    /**
     * So many rounds and bytes a second, at most.
     *
     * @return null when neither is limited: then values go out as they come
     */
    static @Nullable Rounds of(@Nullable Integer perSecond, @Nullable Integer bytesPerSecond, long now) {
        if (perSecond == null && bytesPerSecond == null) {
            return null;
        }
        TokenBucket bucket = bytesPerSecond == null
                ? null
                : new TokenBucket(SECONDS_PER_MINUTE * bytesPerSecond, bytesPerSecond, now);
        return new Rounds(perSecond == null ? 0 : MS_PER_SECOND / perSecond, bucket);
    }

    /** Whether one more value may go out in the round that is now. */
    boolean takes(long now) {
        return waitMs(now) == 0;
    }

    /** A value of that size has gone out. */
    void spend(int size, long now) {
        sent = true;
        if (bytes != null) {
            var unused = bytes.spend(size, now);
        }
    }

    /** Nothing more goes out now; if anything did, the next round is a while away. */
    void end(long now) {
        if (sent) {
            sent = false;
            nextAt = now + apartMs;
        }
    }

    /** Milliseconds until something may go out. */
    long waitMs(long now) {
        long round = Math.max(0, nextAt - now);
        return bytes == null ? round : Math.max(round, bytes.spend(0, now));
    }
}
