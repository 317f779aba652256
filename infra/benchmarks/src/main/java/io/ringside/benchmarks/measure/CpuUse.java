package io.ringside.benchmarks.measure;

import io.ringside.benchmarks.floor.ReadyFloor;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time that the processes of a floor have used so far, by name; helpers count for their parents. */
public final class CpuUse {
    private CpuUse() {}

    /** Milliseconds by process; {@code load} is this one. */
    public static Map<String, Long> now(ReadyFloor floor) {
        Map<String, Long> used = new TreeMap<>();
        floor.processes()
                .forEach((name, pid) -> ProcessHandle.of(pid).ifPresent(process -> used.put(name, of(process))));
        used.put("load", own(ProcessHandle.current()));
        return used;
    }

    /** Cores that each kept busy between two moments. */
    public static Map<String, Double> cores(Map<String, Long> before, Map<String, Long> after, Duration length) {
        Map<String, Double> cores = new TreeMap<>();
        after.forEach((name, used) -> cores.put(
                name, Math.round(100.0 * (used - before.getOrDefault(name, 0L)) / length.toMillis()) / 100.0));
        return cores;
    }

    private static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(CpuUse::own)
                .sum();
    }

    private static long own(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
