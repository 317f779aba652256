package io.ringside.benchmarks.measure;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one function did during a stretch of load. Times in milliseconds; the 95th percentiles are over the last two
 * minutes.
 *
 * @param batchMean messages of one transaction
 * @param waitMean from the log's time of a message to the start of its batch
 * @param commitMean asking, deciding and committing one batch
 * @param publishMean publishing what one batch produced
 */
@Serdeable
public record FunctionFigures(
        long batches,
        double batchMean,
        double batchMax,
        double waitMean,
        double waitP95,
        double commitMean,
        double commitP95,
        double publishMean,
        double publishP95) {
    private static final double MS = 1_000;
    private static final Pattern FUNCTION = Pattern.compile("function=\"([^\"]+)\"");

    /** Of every function that a process runs, by name. */
    static Map<String, FunctionFigures> between(Metrics before, Metrics after) {
        Map<String, FunctionFigures> figures = new TreeMap<>();
        for (String series : after.startingWith("ringside_function_batch_count").keySet()) {
            Matcher function = FUNCTION.matcher(series);
            if (function.find()) {
                figures.put(function.group(1), of(before, after, labels(series)));
            }
        }
        return figures;
    }

    private static FunctionFigures of(Metrics before, Metrics after, String labels) {
        return new FunctionFigures(
                (long) after.growthSince(before, "ringside_function_batch_count" + labels),
                after.meanSince(before, "ringside_function_batch", labels),
                after.value("ringside_function_batch_max" + labels),
                after.meanSince(before, "ringside_function_wait_seconds", labels) * MS,
                p95(after, "ringside_function_wait_seconds", labels),
                after.meanSince(before, "ringside_function_commit_seconds", labels) * MS,
                p95(after, "ringside_function_commit_seconds", labels),
                after.meanSince(before, "ringside_function_publish_seconds", labels) * MS,
                p95(after, "ringside_function_publish_seconds", labels));
    }

    private static double p95(Metrics metrics, String name, String labels) {
        return metrics.value(name + labels.replace("}", ",quantile=\"0.95\"}")) * MS;
    }

    private static String labels(String series) {
        return series.substring(series.indexOf('{'));
    }
}
