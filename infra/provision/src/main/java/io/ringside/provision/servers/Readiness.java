package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits until a child process answers, ends or lets its deadline pass. */
final class Readiness {
    private static final long PAUSE_MS = 10;

    private Readiness() {}

    static void await(String name, ChildProcess process, Duration deadline, Path log, BooleanSupplier answers) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new ProvisionException(name + " ended at its start: " + lastLine(log) + " (see " + log + ")");
            }
            if (System.nanoTime() > end) {
                process.kill();
                throw new ProvisionException(
                        name + " did not answer within " + deadline.toSeconds() + " s (see " + log + ")");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("interrupted while a server started", e);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (IOException e) {
            return "it left no log";
        }
    }
}
