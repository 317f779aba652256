package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process that this one started and may signal. Its output goes to a file. It has a session of its own: Ctrl-C at a
 * terminal reaches the parent only, which then ends its children in the right order.
 */
public final class ChildProcess {
    private static final Duration SIGNAL_DEADLINE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts it; what it prints is appended to the log. */
    public static ChildProcess start(List<String> words, Map<String, String> environment, Path folder, Path log) {
        List<String> ownSession = new ArrayList<>(List.of("setsid"));
        ownSession.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(ownSession)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // an owner's credentials that this process was given are nobody else's
        builder.environment().keySet().removeIf(name -> name.startsWith("JDBC_"));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new ProvisionException("cannot start " + words.getFirst() + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Exit code of a process that ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Waits until it has ended, however long that takes. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** {@code kill -9}: it gets no chance to say goodbye. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(SIGNAL_DEADLINE);
    }

    /** {@code SIGSTOP}: it stands still, holding what it holds. Returns when the last of its threads does. */
    public void suspend() {
        signal("STOP");
        long end = System.nanoTime() + SIGNAL_DEADLINE.toNanos();
        while (!standsStill()) {
            if (System.nanoTime() > end) {
                throw new ProvisionException("process " + pid() + " does not stand still");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The signal reaches thread by thread, each when it runs next. */
    private boolean standsStill() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid()), "task"))) {
            for (Path thread : threads.toList()) {
                String status = Files.readString(thread.resolve("stat"));
                if (!status.startsWith("T", status.lastIndexOf(')') + 2)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return !isAlive();
        }
    }

    /** {@code SIGCONT}: it goes on where it stood. */
    public void resume() {
        signal("CONT");
    }

    /** Asks it to end by a signal and kills it when it has not within the deadline. */
    public void stop(String signal, Duration deadline) {
        if (process.isAlive()) {
            signal(signal);
            if (!awaitEnd(deadline)) {
                kill();
            }
        }
    }

    /** Whether it ended within the deadline. */
    public boolean awaitEnd(Duration deadline) {
        try {
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** When the system started it: with the id this names a process for ever. */
    public Optional<Instant> startedAt() {
        return process.info().startInstant();
    }

    /** The processes that it started itself. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    private void signal(String name) {
        try {
            Command.run(SIGNAL_DEADLINE, List.of("sh", "-c", "kill -" + name + " " + pid()));
        } catch (IOException e) {
            throw new ProvisionException("cannot send " + name + " to process " + pid() + ": " + e.getMessage(), e);
        }
    }
}
