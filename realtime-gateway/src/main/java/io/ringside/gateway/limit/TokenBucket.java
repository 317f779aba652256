package io.ringside.gateway.limit;

/** A bucket of tokens that fills at a steady rate. Not thread-safe. Times are milliseconds of one clock. */
public final class TokenBucket {
    private static final long MS_PER_MINUTE = 60_000;

    // One token is MS_PER_MINUTE parts: whole numbers, whatever the rate.
    private final long partsPerMs;
    private final long capacity;
    private long parts;
    private long lastMs;

    /** A full bucket. */
    public TokenBucket(int perMinute, int burst, long nowMs) {
        partsPerMs = perMinute;
        capacity = burst * MS_PER_MINUTE;
        parts = capacity;
        lastMs = nowMs;
    }

    /** Takes a token if there is one; else says how many milliseconds until there is. */
    public long take(long nowMs) {
        fill(nowMs);
        if (parts >= MS_PER_MINUTE) {
            parts -= MS_PER_MINUTE;
            return 0;
        }
        return msUntil(MS_PER_MINUTE);
    }

    /**
     * Takes these tokens even if they are not there: what they stand for has happened already.
     *
     * @return milliseconds until what is owed has come in, 0 if nothing is owed
     */
    public long spend(int tokens, long nowMs) {
        fill(nowMs);
        parts -= tokens * MS_PER_MINUTE;
        return parts >= 0 ? 0 : msUntil(0);
    }

    private void fill(long nowMs) {
        long passed = Math.max(0, nowMs - lastMs);
        lastMs = nowMs;
        boolean full = partsPerMs > 0 && passed > (capacity - parts) / partsPerMs;
        parts = full ? capacity : Math.min(capacity, parts + passed * partsPerMs);
    }

    private long msUntil(long wanted) {
        return partsPerMs == 0 ? MS_PER_MINUTE : (wanted - parts + partsPerMs - 1) / partsPerMs;
    }
}
