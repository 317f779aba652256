package io.ringside.benchmarks.trader;

import java.util.random.RandomGenerator;

/** How long to stay away after a lost connection: full jitter, doubling, for ever. */
public final class Comeback {
    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 2_000;
    private static final int DOUBLINGS_MAX = 10;

    private final RandomGenerator random;
    private int attempts;

    public Comeback(RandomGenerator random) {
        this.random = random;
    }

    /** The next wait. */
    public long nextMs() {
        long most = Math.min(LONGEST_MS, FIRST_MS << Math.min(attempts++, DOUBLINGS_MAX));
        return random.nextLong(most + 1);
    }

    /** The gateway took the client in: the next wait is a short one again. */
    public void succeeded() {
        attempts = 0;
    }
}
