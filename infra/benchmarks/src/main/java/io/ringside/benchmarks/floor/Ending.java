package io.ringside.benchmarks.floor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of a process that we started. */
public final class Ending {
    private Ending() {}

    /** Asks it to stop, and kills it and whatever it started when it has not by then. */
    public static void of(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
