package io.ringside.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts where replays came from, and holes that were found in what came live. */
@Singleton
final class ReplayMeter {
    private final Counter ring;
    private final Counter stream;
    private final Counter holes;

    ReplayMeter(MeterRegistry meters) {
        ring = meters.counter("ringside.gateway.replays", "source", "ring");
        stream = meters.counter("ringside.gateway.replays", "source", "stream");
        holes = meters.counter("ringside.gateway.holes");
    }

    void fromRing() {
        ring.increment();
    }

    void fromStream() {
        stream.increment();
    }

    void hole() {
        holes.increment();
    }
}
