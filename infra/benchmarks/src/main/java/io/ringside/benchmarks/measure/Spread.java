package io.ringside.benchmarks.measure;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a timer took in between two moments, in milliseconds. The percentiles are read off its buckets: within a
 * bucket, times are taken to be spread evenly; one above the last bound counts as that bound.
 */
@Serdeable
public record Spread(long count, double mean, double p50, double p95, double p99) {
    private static final double MS = 1_000;
    private static final Pattern BOUND = Pattern.compile("le=\"([^\"]+)\"");

    /**
     * @param name of the timer, with its unit
     * @param labels of its series, in braces
     */
    static Spread between(Metrics before, Metrics after, String name, String labels) {
        Map<Double, Double> upTo = new TreeMap<>();
        String start = name + "_bucket" + labels.replace("}", ",le=");
        after.startingWith(start).forEach((series, value) -> {
            Matcher bound = BOUND.matcher(series);
            if (bound.find()) {
                double seconds =
                        bound.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound.group(1));
                upTo.put(seconds, value - before.value(series));
            }
        });
        return new Spread(
                (long) after.growthSince(before, name + "_count" + labels),
                after.meanSince(before, name, labels) * MS,
                percentile(upTo, 0.5),
                percentile(upTo, 0.95),
                percentile(upTo, 0.99));
    }

    /** Mean and the high percentiles, for a table. */
    String line() {
        return String.format(Locale.ROOT, "%7.2f %6.2f %6.2f", mean, p95, p99);
    }

    /** @param upTo how many were not above each bound, in seconds, by bound */
    private static double percentile(Map<Double, Double> upTo, double part) {
        double wanted = part * upTo.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
        double low = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : upTo.entrySet()) {
            double high = bucket.getKey();
            if (bucket.getValue() >= wanted) {
                double within = bucket.getValue() - below;
                boolean open = Double.isInfinite(high) || within == 0;
                return (open ? low : low + (high - low) * (wanted - below) / within) * MS;
            }
            low = high;
            below = bucket.getValue();
        }
        return low * MS;
    }
}
