package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.report.Percentiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Writes down what was measured of whom, in which round, and how busy the machine was before. */
final class Notebook {
    private final Consumer<String> say;
    private final List<Measured> all = new ArrayList<>();
    private final Map<String, String> flags = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private String contender = "";
    private String loadBefore = "";
    private int round;

    Notebook(Consumer<String> say) {
        this.say = say;
    }

    /** What follows is of this server, which has not been started yet. */
    void turnTo(String name, int number) {
        contender = name;
        round = number;
        loadBefore = loadAverage();
    }

    /** What bounds the heap of the server that was started. */
    void flags(String shown) {
        flags.put(contender, shown);
        say("started, " + shown + ", load averages before: " + loadBefore);
    }

    Map<String, String> allFlags() {
        return Map.copyOf(flags);
    }

    void say(String what) {
        say.accept(contender + ", round " + round + ": " + what);
    }

    void write(String what, Map<String, Double> figures) {
        write(what, figures, null);
    }

    /** With the times that the figures were made of. */
    void write(String what, Map<String, Double> figures, @Nullable Histogram micros) {
        all.add(new Measured(contender, what, round, loadBefore, figures, micros == null ? "" : encoded(micros)));
        say(what + ' ' + figures);
    }

    /** What could not be measured, and why. */
    void failed(String part, Exception why) {
        failures.add(contender + ", round " + round + ": " + part + ": " + why);
        say(part + " FAILED: " + why);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    List<Measured> all() {
        return List.copyOf(all);
    }

    /** Percentiles in the order in which they are shown, and room for more. */
    static Map<String, Double> figures(Histogram micros) {
        Percentiles percentiles = Percentiles.of(micros);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("p50 ms", percentiles.p50());
        figures.put("p95 ms", percentiles.p95());
        figures.put("p99 ms", percentiles.p99());
        return figures;
    }

    /** To hundredths: nothing here is known more precisely. */
    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** As HdrHistogram stores it, compressed, in Base64. */
    private static String encoded(Histogram micros) {
        ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static String loadAverage() {
        try {
            return String.join(
                    " ",
                    Arrays.asList(Files.readString(Path.of("/proc/loadavg")).split(" "))
                            .subList(0, 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
