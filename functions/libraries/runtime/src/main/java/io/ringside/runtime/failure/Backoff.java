package io.ringside.runtime.failure;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Full jitter: a random wait below a ceiling that doubles with every attempt. */
public final class Backoff {
    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int attempts;

    public Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /** How long to wait before the next attempt. */
    public Duration next() {
        long doublings = Math.min(attempts++, 30);
        long ceiling = Math.min(most.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(1 + random.nextLong(Math.max(1, ceiling)));
    }

    /** Starts from the first ceiling again. */
    public void reset() {
        attempts = 0;
    }
}
