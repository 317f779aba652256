package io.ringside.gateway.personal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ringside.gateway.protocol.Subscribed;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Counts where replays came from, and holes that were found in what came live. */
@Singleton
final class ReplayMeter {
    private final Counter ring;
    private final Counter stream;
    private final Counter holes;
    private final MeterRegistry meters;

    ReplayMeter(MeterRegistry meters) {
        ring = meters.counter("ringside.gateway.replays", "source", "ring");
        stream = meters.counter("ringside.gateway.replays", "source", "stream");
        this.meters = meters;
        holes = meters.counter("ringside.gateway.holes");
    }

    void fromRing() {
        ring.increment();
    }

    void fromStream() {
        stream.increment();
    }

    /** How a client goes on: live, replay, or gap and why. */
    void answered(Subscribed how) {
        String mode = how.reason() == null ? how.mode() : how.mode() + '-' + how.reason();
        meters.counter("ringside.gateway.subscriptions", "mode", mode).increment();
    }

    /** Counts who follows now: no more than sockets have places. */
    void count(Supplier<Number> followers) {
        Gauge.builder("ringside.gateway.followers", followers).register(meters);
    }

    void hole() {
        holes.increment();
    }
}
