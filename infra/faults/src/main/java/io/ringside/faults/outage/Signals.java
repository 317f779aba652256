package io.ringside.faults.outage;

import io.ringside.benchmarks.floor.OwnFloor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stops processes of a floor where they stand, and lets them go on. */
final class Signals {
    private final OwnFloor floor;

    Signals(OwnFloor floor) {
        this.floor = floor;
    }

    /** Returns when it goes on. */
    String freeze(String process, long ms) {
        long pid = Objects.requireNonNull(floor.ready().processes().get(process), process);
        send("-STOP", pid);
        try {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
        } finally {
            send("-CONT", pid);
        }
        return process + " for " + ms + " ms";
    }

    private static void send(String signal, long pid) {
        try {
            int code = new ProcessBuilder("kill", signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + signal + ' ' + pid + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
