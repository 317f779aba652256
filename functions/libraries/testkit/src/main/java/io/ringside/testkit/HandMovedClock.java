package io.ringside.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until a test moves it. */
public final class HandMovedClock implements InstantSource {
    private Instant now;

    private HandMovedClock(Instant start) {
        this.now = start;
    }

    public static HandMovedClock at(Instant start) {
        return new HandMovedClock(start);
    }

    /** At an ISO 8601 instant such as {@code 2026-11-21T09:00:00Z}. */
    public static HandMovedClock at(String start) {
        return new HandMovedClock(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves it on and returns the new time. */
    public synchronized Instant advance(Duration step) {
        now = now.plus(step);
        return now;
    }

    /** Sets it, forwards or backwards. */
    public synchronized void moveTo(Instant instant) {
        now = instant;
    }
}
