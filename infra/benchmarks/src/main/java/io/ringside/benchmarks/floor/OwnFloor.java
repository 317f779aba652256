package io.ringside.benchmarks.floor;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A floor in a folder and on ports of its own, started with {@code infra/up} and ended with this. */
public final class OwnFloor implements AutoCloseable {
    private static final Duration READY_DEADLINE = Duration.ofSeconds(180);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(120);
    private static final long PAUSE_MS = 100;

    private final Process process;
    private final Path data;
    private final Thread end = new Thread(this::stop, "own-floor-end");

    private OwnFloor(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /**
     * Starts a floor of programs that are built already and returns when it serves.
     *
     * @param data its folder; whatever is in it is kept
     */
    public static OwnFloor start(Path repository, Path data, List<String> options) {
        List<String> words = new ArrayList<>(List.of(
                repository.resolve("infra/up").toString(),
                "--no-build",
                "--bench-traders",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(FreePort.find())));
        words.addAll(options);
        try {
            Files.createDirectories(data);
            Process process = new ProcessBuilder(words)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log(data).toFile())
                    .start();
            OwnFloor floor = new OwnFloor(process, data);
            // Whoever started it may be stopped in the middle: then the floor goes too.
            Runtime.getRuntime().addShutdownHook(floor.end);
            floor.awaitReady();
            return floor;
        } catch (IOException e) {
            throw new ProvisionException("cannot start infra/up: " + e.getMessage(), e);
        }
    }

    /** What it says of itself now; process ids change when a process is started again. */
    public ReadyFloor ready() {
        if (!process.isAlive()) {
            throw new ProvisionException("the floor has ended, and nobody here ended it: see " + log(data));
        }
        return ReadyFloor.read(readyFile());
    }

    /** What it printed and logged. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        stop();
    }

    private void stop() {
        Ending.of(process, STOP_DEADLINE);
    }

    /** Deletes its folder; only after it is closed. */
    public void forget() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + data, e);
        }
    }

    private Path readyFile() {
        return data.resolve("ready.json");
    }

    private static Path log(Path data) {
        return data.resolve("up.log");
    }

    private void awaitReady() {
        long end = System.nanoTime() + READY_DEADLINE.toNanos();
        try {
            while (!Files.exists(readyFile())) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new ProvisionException("the floor did not start: see " + log(data) + ": " + lastLine());
                }
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new ProvisionException("interrupted while the floor started", e);
        }
    }

    private String lastLine() {
        try {
            List<String> lines = Files.readAllLines(log(data));
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (IOException e) {
            return "it left no log";
        }
    }
}
