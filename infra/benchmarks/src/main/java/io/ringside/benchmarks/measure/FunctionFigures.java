package io.ringside.benchmarks.measure;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one function did during a stretch of load.
 *
 * @param batchMean messages of one transaction
 * @param effect from the log's time of a message to the commit of its effect
 * @param waiting from the log's time of a message to the start of its batch
 * @param ask asking other functions, once for a batch
 * @param decide reading state, deciding and saving state of a batch
 * @param commit writing the journal of a batch and committing
 * @param publish from the commit to the last acknowledgement
 */
@Serdeable
public record FunctionFigures(
        long batches,
        double batchMean,
        double batchMax,
        Spread effect,
        Spread waiting,
        Spread ask,
        Spread decide,
        Spread commit,
        Spread publish) {
    private static final Pattern FUNCTION = Pattern.compile("function=\"([^\"]+)\"");
    private static final String COLUMNS = " %-18s %8s %6s %5s %22s %22s %22s %22s %22s %22s";

    /** Of every function that a process runs, by name. */
    static Map<String, FunctionFigures> between(Metrics before, Metrics after) {
        Map<String, FunctionFigures> figures = new TreeMap<>();
        for (String series : after.startingWith("ringside_function_batch_count").keySet()) {
            Matcher function = FUNCTION.matcher(series);
            if (function.find()) {
                figures.put(function.group(1), of(before, after, series.substring(series.indexOf('{'))));
            }
        }
        return figures;
    }

    /** What {@link #line} shows, mean, 95th and 99th percentile of each time in milliseconds. */
    public static String heading() {
        return String.format(
                COLUMNS, "function", "batches", "mean", "max", "effect", "wait", "ask", "decide", "commit", "publish");
    }

    /** One line of a table. */
    public String line(String name) {
        return String.format(
                Locale.ROOT,
                COLUMNS,
                name,
                batches,
                String.format(Locale.ROOT, "%.2f", batchMean),
                String.format(Locale.ROOT, "%.0f", batchMax),
                effect.line(),
                waiting.line(),
                ask.line(),
                decide.line(),
                commit.line(),
                publish.line());
    }

    private static FunctionFigures of(Metrics before, Metrics after, String labels) {
        return new FunctionFigures(
                (long) after.growthSince(before, "ringside_function_batch_count" + labels),
                after.meanSince(before, "ringside_function_batch", labels),
                after.value("ringside_function_batch_max" + labels),
                spread(before, after, "effect", labels),
                spread(before, after, "wait", labels),
                spread(before, after, "ask", labels),
                spread(before, after, "decide", labels),
                spread(before, after, "commit", labels),
                spread(before, after, "publish", labels));
    }

    private static Spread spread(Metrics before, Metrics after, String timer, String labels) {
        return Spread.between(before, after, "ringside_function_" + timer + "_seconds", labels);
    }
}
