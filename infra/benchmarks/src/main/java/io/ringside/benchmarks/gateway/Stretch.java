package io.ringside.benchmarks.gateway;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Messages published at one rate, and what became of them.
 *
 * @param expected deliveries, one for each message and listener
 * @param micros from each publication to each listener that heard it
 * @param nanos from the first publication to the last delivery
 * @param serverCpuMs processor time of the server
 * @param behindCpuMs of what stands behind it
 * @param loadCpuMs of this process
 */
record Stretch(
        int perSecond,
        long expected,
        Histogram micros,
        long nanos,
        long serverCpuMs,
        long behindCpuMs,
        long loadCpuMs) {
    /** Later than this is too late. */
    static final double LATE_MS = 100;

    private static final double MICROS_PER_MILLI = 1_000;

    /** Deliveries that never came. */
    long lost() {
        return expected - micros.getTotalCount();
    }

    /** Whether everything came and in time. */
    boolean good() {
        return lost() == 0 && micros.getValueAtPercentile(95) <= LATE_MS * MICROS_PER_MILLI;
    }

    /** Figures by name; cores of the load tell whether the server was what was measured. */
    Map<String, Double> figures() {
        Map<String, Double> figures = Notebook.figures(micros);
        double delivered = Math.max(1, micros.getTotalCount());
        figures.put("lost", (double) lost());
        figures.put("us/delivery", Notebook.rounded(serverCpuMs * MICROS_PER_MILLI / delivered));
        figures.put("us/delivery behind", Notebook.rounded(behindCpuMs * MICROS_PER_MILLI / delivered));
        figures.put("server cores", cores(serverCpuMs));
        figures.put("load cores", cores(loadCpuMs));
        return figures;
    }

    private double cores(long cpuMs) {
        return Notebook.rounded((double) TimeUnit.MILLISECONDS.toNanos(cpuMs) / nanos);
    }
}
