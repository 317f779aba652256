package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A nats-server as a child process. It syncs each acknowledged write to disk, as every server that Ringside accepts
 * does; killed or stopped, it starts again on the same data and ports.
 */
public final class NatsServer implements AutoCloseable {
    /** Bytes that its streams may reserve on disk; above it, it refuses cleanly instead of filling the disk. */
    private static final long FILE_STORE_BYTES_MAX = 32L << 30;

    private static final long MEMORY_STORE_BYTES_MAX = 512L << 20;
    private static final Duration READY_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);

    private final Path binary;
    private final Path folder;
    private final int port;
    private final int monitoringPort;
    private ChildProcess process;
    private Consumer<NatsServer> afterRestart = server -> {};

    private NatsServer(Path binary, Path folder, int port, int monitoringPort) {
        this.binary = binary;
        this.folder = folder;
        this.port = port;
        this.monitoringPort = monitoringPort;
        this.process = launch();
    }

    /** Starts one on free ports, with its data below the folder. Returns when it answers. */
    public static NatsServer start(Path binary, Path folder) {
        return start(binary, folder, FreePort.find());
    }

    /** Starts one on this port of 127.0.0.1 and a free one for monitoring. Returns when it answers. */
    public static NatsServer start(Path binary, Path folder, int port) {
        return new NatsServer(binary, Folders.make(folder).toAbsolutePath(), port, FreePort.find());
    }

    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** Where {@code /varz}, {@code /jsz} and {@code /healthz} are served. */
    public String monitoringUrl() {
        return "http://127.0.0.1:" + monitoringPort;
    }

    public int port() {
        return port;
    }

    /** The running process; another one after each {@link #restart}. */
    public synchronized ChildProcess process() {
        return process;
    }

    /** {@code kill -9}. */
    public void kill() {
        process().kill();
    }

    /** Stops it in order; its data stays. */
    public void stop() {
        process().stop("TERM", STOP_DEADLINE);
    }

    /**
     * What to do after each restart, before {@link #restart} returns. Streams in memory vanish with their server, the
     * description included, so whoever needs them has to make them again.
     */
    public synchronized void afterRestart(Consumer<NatsServer> action) {
        afterRestart = action;
    }

    /** Starts it again on the same data and ports; stops it first if it still runs. */
    public synchronized void restart() {
        stop();
        process = launch();
        afterRestart.accept(this);
    }

    @Override
    public void close() {
        stop();
    }

    private ChildProcess launch() {
        Path log = folder.resolve("nats-server.log");
        Path configuration = folder.resolve("nats-server.conf");
        try {
            Files.writeString(configuration, configuration());
        } catch (IOException e) {
            throw new ProvisionException("cannot write " + configuration + ": make the folder writable", e);
        }
        ChildProcess started =
                ChildProcess.start(List.of(binary.toString(), "-c", configuration.toString()), Map.of(), folder, log);
        Readiness.await("nats-server", started, READY_DEADLINE, log, this::answers);
        return started;
    }

    private String configuration() {
        return """
                server_name: ringside
                listen: "127.0.0.1:%d"
                http: "127.0.0.1:%d"
                pid_file: "%s"
                jetstream {
                  store_dir: "%s"
                  sync_interval: always
                  max_file_store: %d
                  max_memory_store: %d
                }
                """.formatted(
                        port,
                        monitoringPort,
                        folder.resolve("nats-server.pid"),
                        folder.resolve("data"),
                        FILE_STORE_BYTES_MAX,
                        MEMORY_STORE_BYTES_MAX);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(1_000);
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String greeting = reader.readLine();
            return greeting != null && greeting.startsWith("INFO ") && greeting.contains("\"jetstream\":true");
        } catch (IOException e) {
            return false;
        }
    }
}
