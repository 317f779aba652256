package io.ringside.benchmarks.floor;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a running floor says of itself in {@code ready.json}.
 *
 * @param address of the gateway
 * @param processes process ids by name
 * @param ports of health and metrics by name
 */
@Serdeable
public record ReadyFloor(
        String address,
        List<Login> logins,
        Map<String, Long> processes,
        Map<String, Integer> ports,
        String nats,
        String natsMonitoring,
        Jdbc jdbc) {
    private static final Duration RECONNECT_WAIT = Duration.ofMillis(100);

    /** Somebody to sign in as. */
    @Serdeable
    public record Login(String user, String password, List<String> accounts) {}

    /** How to reach the book of record. */
    @Serdeable
    public record Jdbc(String url, String user, String password) {
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    /** Reads the file. */
    public static ReadyFloor read(Path file) {
        try {
            return Objects.requireNonNull(
                    ObjectMapper.getDefault().readValue(Files.readAllBytes(file), Argument.of(ReadyFloor.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public URI gateway() {
        return URI.create(address);
    }

    /** A connection to its NATS server that comes back by itself and keeps quiet about it. The caller closes it. */
    public io.nats.client.Connection connectNats() throws IOException, InterruptedException {
        return Nats.connect(Options.builder()
                .server(nats)
                .maxReconnects(-1)
                .reconnectWait(RECONNECT_WAIT)
                .errorListener(new ErrorListener() {})
                .build());
    }

    /** Where a process serves its metrics. */
    public URI metrics(String process) {
        return port(process, "/prometheus");
    }

    /** Where a process says whether it serves. */
    public URI readiness(String process) {
        return port(process, "/health/readiness");
    }

    /** Logins made for load, in the order of their names. */
    public List<Login> benchTraders() {
        return logins.stream().filter(login -> login.user().startsWith("bench")).toList();
    }

    /** Logins of people who only look on. */
    public List<Login> crowd() {
        return logins.stream().filter(login -> login.user().startsWith("crowd")).toList();
    }

    private URI port(String process, String path) {
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(ports.get(process), process) + path);
    }
}
