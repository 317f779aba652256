package io.ringside.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Metrics of one process at one moment: value by series, as Prometheus would read them. */
public final class Metrics {
    private final Map<String, Double> values;

    private Metrics(Map<String, Double> values) {
        this.values = values;
    }

    /** Asks a process. */
    public static Metrics scrape(HttpClient client, URI address) throws InterruptedException {
        try {
            return parse(client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", "text/plain")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException("no metrics from " + address, e);
        }
    }

    /** Reads the text format. */
    static Metrics parse(String text) {
        Map<String, Double> values = new HashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            if (space > 0) {
                values.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
            }
        });
        return new Metrics(values);
    }

    /** One series, 0 when it is not there. */
    public double value(String series) {
        return values.getOrDefault(series, 0.0);
    }

    /** The label values of a series' function, for the names that begin so. */
    public Map<String, Double> startingWith(String prefix) {
        Map<String, Double> found = new TreeMap<>();
        values.forEach((series, value) -> {
            if (series.startsWith(prefix)) {
                found.put(series, value);
            }
        });
        return found;
    }

    /** The mean of what a timer or summary took in since an earlier moment; 0 when nothing. */
    public double meanSince(Metrics before, String name, String labels) {
        double count = value(name + "_count" + labels) - before.value(name + "_count" + labels);
        double sum = value(name + "_sum" + labels) - before.value(name + "_sum" + labels);
        return count <= 0 ? 0 : sum / count;
    }

    /** How much a counter grew. */
    public double growthSince(Metrics before, String series) {
        return value(series) - before.value(series);
    }
}
