package io.ringside.gateway.limit;

/** A bucket of tokens that fills at a steady rate. Not thread-safe. Times are milliseconds of one clock. */
final class TokenBucket {
    private static final long MS_PER_MINUTE = 60_000;

    // One token is MS_PER_MINUTE parts: whole numbers, whatever the rate.
    private final long partsPerMs;
    private final long capacity;
    private long parts;
    private long lastMs;

    TokenBucket(LimitSettings.Rate rate, long nowMs) {
        partsPerMs = rate.perMinute();
        capacity = rate.burst() * MS_PER_MINUTE;
        parts = capacity;
        lastMs = nowMs;
    }

    /** Takes a token if there is one; else says how many milliseconds until there is. */
    long take(long nowMs) {
        long passed = Math.max(0, nowMs - lastMs);
        lastMs = nowMs;
        boolean full = partsPerMs > 0 && passed >= capacity / partsPerMs;
        parts = full ? capacity : Math.min(capacity, parts + passed * partsPerMs);
        if (parts >= MS_PER_MINUTE) {
            parts -= MS_PER_MINUTE;
            return 0;
        }
        return partsPerMs == 0 ? MS_PER_MINUTE : (MS_PER_MINUTE - parts + partsPerMs - 1) / partsPerMs;
    }
}
