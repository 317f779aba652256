package io.ringside.runtime.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a caller from waiting for somebody who does not answer. After some failures in a row it is open: nobody calls.
 * When its pause is over one call is let through; its success closes the breaker, its failure opens it again at once.
 */
public final class CircuitBreaker {
    private final int failuresMax;
    private final Duration pause;
    private final InstantSource clock;
    private State state = State.CLOSED;
    private int failures;
    private Instant nextProbe = Instant.MIN;

    /**
     * A closed one.
     *
     * @param failuresMax calls that fail in a row before it opens
     * @param pause for how long no call is made then
     */
    public CircuitBreaker(int failuresMax, Duration pause, InstantSource clock) {
        this.failuresMax = failuresMax;
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether calls are made. */
    public enum State {
        CLOSED,
        /** One call is under way to see whether calls are answered again. */
        HALF_OPEN,
        OPEN
    }

    /** Whether to call now. Whoever is told yes must say how it went; a probe never heard of again is replaced. */
    public synchronized boolean permits() {
        if (state == State.CLOSED) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextProbe)) {
            return false;
        }
        state = State.HALF_OPEN;
        nextProbe = now.plus(pause);
        return true;
    }

    /** The call was answered. */
    public synchronized void succeeded() {
        failures = 0;
        state = State.CLOSED;
    }

    /** The call was not answered in time, or by no answer. */
    public synchronized void failed() {
        failures++;
        if (state != State.CLOSED || failures >= failuresMax) {
            state = State.OPEN;
            nextProbe = clock.instant().plus(pause);
        }
    }

    public synchronized State state() {
        return state;
    }
}
