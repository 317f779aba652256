package io.ringside.gateway.socket;

import java.time.Duration;

/**
 * How many sockets are told in each slice of time: about the same number in each, over the window; where there are few,
 * all are told sooner.
 */
record DrainPlan(int perSlice) {
    /** Length of a slice. */
    static final long SLICE_MS = 100;

    /** Fewer would only make a stop last longer. */
    private static final int PER_SLICE_MIN = 20;

    static DrainPlan of(int sockets, Duration window) {
        long slices = Math.max(1, window.toMillis() / SLICE_MS);
        return new DrainPlan((int) Math.max(PER_SLICE_MIN, (sockets + slices - 1) / slices));
    }

    /** Whether a new slice begins with the socket before which so many have been told. */
    boolean pausesBefore(int told) {
        return told > 0 && told % perSlice == 0;
    }
}
