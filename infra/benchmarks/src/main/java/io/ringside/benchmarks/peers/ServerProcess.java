package io.ringside.benchmarks.peers;

import io.ringside.benchmarks.floor.Ending;
import io.ringside.provision.ProvisionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A measured server's process, and what the kernel knows of it. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration READY_MAX = Duration.ofSeconds(120);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int CONNECT_MS_MAX = 1_000;
    private static final long KIB = 1024;

    private final Process process;
    private final Path log;
    private final Thread end = new Thread(this::stop, "server-end");

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it on the core of measured servers; what it complains of goes to the log. */
    static ServerProcess start(
            Cores cores, List<String> command, Path folder, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.resolveSibling(""));
            ProcessBuilder builder = new ProcessBuilder(cores.first(command))
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            ServerProcess server = new ServerProcess(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(server.end);
            return server;
        } catch (IOException e) {
            throw new ProvisionException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time that it has used so far. */
    public long cpuMillis() {
        return cpuMillis(pid());
    }

    /** Processor time that a process has used so far, 0 when it is gone. */
    public static long cpuMillis(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
    }

    /** Bytes of it that are in memory. */
    public long residentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
                }
            }
            throw new IllegalStateException("the kernel does not say what process " + pid() + " holds");
        } catch (IOException e) {
            throw new UncheckedIOException("the server has ended: see " + log, e);
        }
    }

    /** Has a Java machine collect all that is garbage. */
    void collectJava() {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "GC.run")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (asked.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("the server does not collect: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it a line. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + '\n').getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the server has ended: see " + log, e);
        }
    }

    /** Lines of its log that are this one. */
    long said(String line) {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            return lines.lines().filter(line::equals).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until somebody listens there. */
    void awaitListening(InetSocketAddress address) {
        await("nobody listens on " + address, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(address, CONNECT_MS_MAX);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Waits until something is so. */
    void await(String otherwise, BooleanSupplier so) {
        long until = System.nanoTime() + READY_MAX.toNanos();
        while (!so.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new ProvisionException(otherwise + ": see " + log);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        stop();
    }

    private void stop() {
        Ending.of(process, STOP_MAX);
    }
}
