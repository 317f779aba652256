package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.wire.Arrival;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Connections that only are there: how soon they are, and what the server holds for each. */
final class IdleMemory {
    /** What is loaded and compiled the first time is not what a connection costs. */
    private static final int WARM_UP_MAX = 500;

    private static final int DIGITS = 3;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;

    private final Sizes sizes;
    private final Notebook notebook;

    IdleMemory(Sizes sizes, Notebook notebook) {
        this.sizes = sizes;
        this.notebook = notebook;
    }

    void measure(Serving serving) {
        try (WireCrowd crowd = new WireCrowd(serving.address())) {
            Comers comers = new Comers(serving, crowd);
            List<WireClient> first =
                    comers.clients(0, Math.min(WARM_UP_MAX, sizes.of(Size.FEW)), true, (bytes, from, length) -> {});
            comers.come(first);
            crowd.drop(first);
            long empty = held(serving);
            long before = serving.cpuMillis();
            List<Arrival> arrivals = new ArrayList<>(come(comers, 0, sizes.of(Size.FEW)));
            write(serving, "idle at " + sizes.of(Size.FEW), empty, held(serving), sizes.of(Size.FEW));
            arrivals.addAll(come(comers, sizes.of(Size.FEW), sizes.of(Size.MANY) - sizes.of(Size.FEW)));
            long cpuMs = serving.cpuMillis() - before;
            write(serving, "idle at " + sizes.of(Size.MANY), empty, held(serving), sizes.of(Size.MANY));
            Histogram micros = new Histogram(DIGITS);
            arrivals.forEach(arrival -> micros.recordValue(TimeUnit.NANOSECONDS.toMicros(arrival.established())));
            Map<String, Double> figures = Notebook.figures(micros);
            figures.put("server cpu ms each", Notebook.rounded((double) cpuMs / arrivals.size()));
            notebook.write("connecting, " + Comers.PER_SECOND + "/s", figures, micros);
        }
    }

    private static List<Arrival> come(Comers comers, int from, int count) {
        return comers.come(comers.clients(from, count, true, (bytes, at, length) -> {}));
    }

    /** Bytes in memory after a collection, once nothing that came before is at work. */
    private static long held(Serving serving) {
        LockSupport.parkNanos(QUIET_NANOS);
        serving.collect();
        return serving.residentBytes();
    }

    private void write(Serving serving, String what, long empty, long held, int connections) {
        long before = serving.cpuMillis();
        LockSupport.parkNanos(QUIET_NANOS);
        double cores = (double) TimeUnit.MILLISECONDS.toNanos(serving.cpuMillis() - before) / QUIET_NANOS;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("KiB/connection", Notebook.rounded((held - empty) / KIB / connections));
        figures.put("MiB resident", Notebook.rounded(held / MIB));
        figures.put("server cores", Notebook.rounded(cores));
        notebook.write(what, figures);
    }
}
