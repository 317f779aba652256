package io.ringside.gateway.personal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ringside.gateway.protocol.Subscribed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Counts where replays came from, and holes that were found in what came live. */
@Singleton
public final class ReplayMeter {
    private static final List<String> MODES = List.of("live", "replay", "gap-evicted", "gap-epoch", "gap-first");

    private final Counter ring;
    private final Counter stream;
    private final Counter gap;
    private final Counter holes;
    private final Timer resumes;
    private final MeterRegistry meters;

    ReplayMeter(MeterRegistry meters) {
        ring = meters.counter("ringside.gateway.replays", "source", "ring");
        stream = meters.counter("ringside.gateway.replays", "source", "stream");
        gap = meters.counter("ringside.gateway.replays", "source", "gap");
        this.meters = meters;
        for (String mode : MODES) {
            subscriptions(mode);
        }
        resumes = Timer.builder("ringside.gateway.resume")
                .description("from the request of a client with a position to the answer that says how it goes on")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
        holes = meters.counter("ringside.gateway.holes");
    }

    /** A client goes on from what this node knows. */
    void fromRing(Subscribed how) {
        answered(how, ring);
    }

    /** A client goes on after the stream was read. */
    void fromStream(Subscribed how) {
        answered(how, stream);
    }

    private void answered(Subscribed how, Counter source) {
        String mode = how.reason() == null ? how.mode() : how.mode() + '-' + how.reason();
        subscriptions(mode).increment();
        if (how.mode().equals("replay")) {
            source.increment();
        } else if (how.mode().equals("gap") && !"first".equals(how.reason())) {
            gap.increment();
        }
    }

    /** A client with a position was told how it goes on. */
    public void resumed(Duration after) {
        resumes.record(after);
    }

    private Counter subscriptions(String mode) {
        return meters.counter("ringside.gateway.subscriptions", "mode", mode);
    }

    /** Counts who follows now: no more than sockets have places. */
    void count(Supplier<Number> followers) {
        Gauge.builder("ringside.gateway.followers", followers).register(meters);
    }

    void hole() {
        holes.increment();
    }
}
