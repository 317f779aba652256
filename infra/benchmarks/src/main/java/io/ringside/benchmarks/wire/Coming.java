package io.ringside.benchmarks.wire;

import java.util.concurrent.CompletableFuture;

/** One client on its way in, until it has heard what it missed. Not thread-safe. */
final class Coming {
    private static final int ATTEMPTS_MAX = 30;

    private final CompletableFuture<Arrival> arrival = new CompletableFuture<>();
    private final long beganNanos = System.nanoTime();
    private int awaited;
    private int attempts;
    private long triedNanos;
    private long welcomedNanos;

    /** @param awaited messages that it missed */
    Coming(int awaited) {
        this.awaited = awaited;
    }

    CompletableFuture<Arrival> arrival() {
        return arrival;
    }

    void attempts() {
        if (attempts++ == 0) {
            triedNanos = System.nanoTime();
        }
    }

    /** Whether it may try once more: it was not in yet, and it did not try too often. */
    boolean mayTry() {
        return welcomedNanos == 0 && attempts < ATTEMPTS_MAX;
    }

    /** Whether it is in, and has heard everything that it missed. */
    boolean isThere() {
        return arrival.isDone() && !arrival.isCompletedExceptionally();
    }

    void fails(String why) {
        arrival.completeExceptionally(new IllegalStateException("attempt " + attempts + ": " + why));
    }

    void welcomed() {
        welcomedNanos = System.nanoTime();
        completeIfAllIsThere();
    }

    /** A message came, perhaps before the welcome: Socket.IO tells first what was missed. */
    void heard() {
        if (awaited > 0) {
            awaited--;
            completeIfAllIsThere();
        }
    }

    private void completeIfAllIsThere() {
        if (awaited == 0 && welcomedNanos > 0 && !arrival.isDone()) {
            long now = System.nanoTime();
            arrival.complete(new Arrival(triedNanos, welcomedNanos - beganNanos, now - beganNanos, attempts));
        }
    }
}
