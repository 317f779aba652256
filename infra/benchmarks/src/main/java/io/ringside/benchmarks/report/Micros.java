package io.ringside.benchmarks.report;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Collects times; one thread at a time. */
public final class Micros {
    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(MICROS_MAX, DIGITS);

    /** Adds a time; one below zero, which clocks of several processes can make, counts as zero. */
    public void add(long nanos) {
        histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, MICROS_MAX));
    }

    /** Adds the time from one moment to the other. */
    public void add(Instant from, Instant to) {
        add(Duration.between(from, to).toNanos());
    }

    public Percentiles percentiles() {
        return Percentiles.of(histogram);
    }
}
