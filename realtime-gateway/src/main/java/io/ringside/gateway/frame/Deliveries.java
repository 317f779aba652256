package io.ringside.gateway.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Counts what goes out, and measures how long it took from its publication to the flush. */
@Singleton
public final class Deliveries {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final InstantSource clock;
    private final Counter conflatedOut;
    private final Counter eventsOut;
    private final Counter criticalOut;
    private final Counter repliesOut;
    private final Counter conflated;
    private final Counter deflateIn;
    private final Counter deflateOut;
    private final Timer conflatedLag;
    private final Timer eventLag;
    private final Timer criticalLag;
    private final Timer loopLag;

    Deliveries(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        conflatedOut = meters.counter("ringside.gateway.deliveries", "class", "conflated");
        eventsOut = meters.counter("ringside.gateway.deliveries", "class", "event");
        criticalOut = meters.counter("ringside.gateway.deliveries", "class", "critical");
        repliesOut = meters.counter("ringside.gateway.deliveries", "class", "reply");
        conflated = meters.counter("ringside.gateway.conflated");
        deflateIn = meters.counter("ringside.gateway.deflate.bytes", "side", "in");
        deflateOut = meters.counter("ringside.gateway.deflate.bytes", "side", "out");
        conflatedLag = lag(meters, "conflated");
        eventLag = lag(meters, "event");
        criticalLag = lag(meters, "critical");
        loopLag = Timer.builder("ringside.gateway.loop.lag")
                .description("how late an event loop runs what is due")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
    }

    void wroteConflated(int values) {
        conflatedOut.increment(values);
    }

    /**
     * One event was written to a socket.
     *
     * @param openedAtNanos when the socket was opened: what was published before that waited for its client, not for us
     */
    void wroteEvent(Frame frame, long openedAtNanos) {
        if (frame.publishedAtNanos() == 0) {
            repliesOut.increment();
        } else {
            (frame.isCritical() ? criticalOut : eventsOut).increment();
            Timer lag = frame.isCritical() ? criticalLag : eventLag;
            lag.record(nowNanos() - Math.max(frame.publishedAtNanos(), openedAtNanos), TimeUnit.NANOSECONDS);
        }
    }

    /** Every socket of one event loop that wants this frame has it, or a place for it. */
    void flushedConflated(Frame frame) {
        if (frame.publishedAtNanos() > 0) {
            conflatedLag.record(nowNanos() - frame.publishedAtNanos(), TimeUnit.NANOSECONDS);
        }
    }

    void deflated(int from, int to) {
        deflateIn.increment(from);
        deflateOut.increment(to);
    }

    void loopWasLate(long ms) {
        loopLag.record(ms, TimeUnit.MILLISECONDS);
    }

    long nowMs() {
        return clock.millis();
    }

    void replaced() {
        conflated.increment();
    }

    long nowNanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    private static Timer lag(MeterRegistry meters, String deliveryClass) {
        return Timer.builder("ringside.gateway.delivery.lag")
                .description(
                        "from publication, or from the opening of the socket if that was later, to the flush to it")
                .tag("class", deliveryClass)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
    }
}
