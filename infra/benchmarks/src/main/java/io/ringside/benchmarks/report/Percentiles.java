package io.ringside.benchmarks.report;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A distribution of times in milliseconds. */
@Serdeable
public record Percentiles(long count, double p50, double p95, double p99, double max) {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double NEVER = 0;

    /** Of a histogram of microseconds. */
    public static Percentiles of(Histogram micros) {
        return micros.getTotalCount() == 0
                ? new Percentiles(0, NEVER, NEVER, NEVER, NEVER)
                : new Percentiles(
                        micros.getTotalCount(),
                        millis(micros.getValueAtPercentile(50)),
                        millis(micros.getValueAtPercentile(95)),
                        millis(micros.getValueAtPercentile(99)),
                        millis(micros.getMaxValue()));
    }

    /** One line of a table. */
    public String line() {
        return String.format(Locale.ROOT, "%9d %9.2f %9.2f %9.2f %10.2f", count, p50, p95, p99, max);
    }

    /** What {@link #line} shows. */
    public static String heading() {
        return String.format(Locale.ROOT, "%9s %9s %9s %9s %10s", "count", "p50 ms", "p95 ms", "p99 ms", "max ms");
    }

    private static double millis(long micros) {
        return micros / MICROS_PER_MILLI;
    }
}
