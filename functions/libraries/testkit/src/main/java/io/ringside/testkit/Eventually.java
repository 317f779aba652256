package io.ringside.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What other threads and servers bring about in their own time. */
public final class Eventually {
    /** How long a test waits at the most for one thing: machines stall, and to wait less would save nothing. */
    public static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private Eventually() {}

    /** Looks again and again until it holds; fails saying what does not. */
    public static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
