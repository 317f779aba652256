package io.ringside.marketdata.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between tries to connect: full jitter below a ceiling that doubles, so that clients do not return in step. */
public final class BackoffSchedule {
    private static final long CEILING_FIRST_MS = 500;
    private static final long CEILING_MS_MAX = 20_000;
    private static final int DOUBLINGS_MAX = 6;

    private final RandomGenerator random;
    private int failures;

    public BackoffSchedule(RandomGenerator random) {
        this.random = random;
    }

    /** The wait before the next try. */
    public Duration next() {
        long ceiling = Math.min(CEILING_MS_MAX, CEILING_FIRST_MS << Math.min(failures, DOUBLINGS_MAX));
        failures++;
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    /** A connection held: the next failure is the first again. */
    public void reset() {
        failures = 0;
    }
}
