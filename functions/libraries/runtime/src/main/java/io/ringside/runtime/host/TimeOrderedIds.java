package io.ringside.runtime.host;

import io.ringside.runtime.Ids;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 (RFC 9562): milliseconds of the clock, then a counter that keeps ids of one process in order within a
 * millisecond, then random bits.
 */
public final class TimeOrderedIds implements Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_MAX = 0xfff;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int counter;

    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID next() {
        long millis = Math.max(clock.millis(), lastMillis);
        if (millis > lastMillis) {
            counter = 0;
        } else if (++counter > COUNTER_MAX) {
            millis++;
            counter = 0;
        }
        lastMillis = millis;
        long high = millis << 16 | VERSION_7 | counter;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
