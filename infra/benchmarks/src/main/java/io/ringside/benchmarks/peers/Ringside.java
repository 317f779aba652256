package io.ringside.benchmarks.peers;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.provision.schema.ProcessLogins;
import io.ringside.provision.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The gateway as {@code infra/up} starts it, over the nats-server and the PostgreSQL of a floor on which nothing else
 * runs. Its nodes have the same ports for all their lives, so that whoever signed in once stays signed in.
 */
public final class Ringside implements Contender, AutoCloseable {
    private static final String GATEWAY = "realtime-gateway";
    private static final String MAIN = "io.ringside.gateway.Gateway";
    private static final int OK = 200;
    /** What clients are told is kept here. */
    private static final List<String> TOLD = List.of("QUOTES", "INBOX");

    private static final Duration ASK_MAX = Duration.ofSeconds(2);

    private final Cores cores;
    private final Path repository;
    private final int heapMb;
    private final OwnFloor floor;
    private final ReadyFloor ready;
    private final Connection nats;
    private final InstantSource clock;
    private final List<Integer> ports = List.of(FreePort.find(), FreePort.find());
    private final Tickets tickets;

    /**
     * Over a floor with servers and a crowd.
     *
     * @param nats a connection to its nats-server
     * @param clock says when a quote was published
     */
    public Ringside(Cores cores, Path repository, int heapMb, OwnFloor floor, Connection nats, InstantSource clock) {
        this.cores = cores;
        this.repository = repository;
        this.heapMb = heapMb;
        this.floor = floor;
        this.ready = floor.ready();
        this.nats = nats;
        this.clock = clock;
        this.tickets = new Tickets(gateway(ports.getFirst()), ready.crowd());
    }

    /** The gateway of a floor that runs already, for its users who are there for load. Nobody ends it here. */
    public static Serving running(ReadyFloor floor, Connection nats, InstantSource clock) {
        Tickets tickets = new Tickets(floor.gateway(), floor.benchTraders());
        InetSocketAddress address =
                new InetSocketAddress(floor.gateway().getHost(), floor.gateway().getPort());
        Nodes nodes = new Nodes(List.of(address), List.of());
        return new RunningGateway(nodes, "", tickets, floor, nats, clock, tickets::close);
    }

    @Override
    public String name() {
        return "ringside";
    }

    @Override
    public Serving start(int count) {
        forgetEarlierParts();
        Path module = repository.resolve(GATEWAY);
        Path trained = module.resolve("target/program.aot");
        List<String> flags =
                Files.exists(trained) ? JavaFlags.of(heapMb, "-XX:AOTCache=" + trained) : JavaFlags.of(heapMb);
        List<String> words = JavaFlags.command(
                flags, read(module.resolve("target/classpath")).strip(), MAIN);
        List<ServerProcess> processes = new ArrayList<>();
        for (int port : ports.subList(0, count)) {
            ServerProcess process = ServerProcess.start(
                    cores, words, floor.data(), environment(port), floor.data().resolve("logs/measured-gateway.log"));
            processes.add(process);
            process.await("the gateway is not ready", () -> isReady(port));
        }
        List<InetSocketAddress> addresses = ports.subList(0, count).stream()
                .map(port -> new InetSocketAddress("127.0.0.1", port))
                .toList();
        Nodes nodes = new Nodes(addresses, processes);
        return new RunningGateway(nodes, JavaFlags.shown(flags), tickets, ready, nats, clock, nodes::close);
    }

    /**
     * Signs in everybody who will be needed, at a gateway that is not measured: a password check takes many megabytes
     * of heap and a tenth of a second of its core, and would be taken for what connections cost.
     */
    public void signIn(int users) {
        try (Serving unmeasured = start(1)) {
            tickets.signIn(Math.min(users, Users.COUNT));
        }
    }

    /** Prices and messages of an earlier part would be told to everybody who comes, and taken for those of this one. */
    private void forgetEarlierParts() {
        for (String stream : TOLD) {
            try {
                nats.jetStreamManagement().purgeStream(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JetStreamApiException e) {
                throw new IllegalStateException("stream " + stream + " cannot be emptied", e);
            }
        }
    }

    @Override
    public void close() {
        tickets.close();
    }

    private Map<String, String> environment(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        environment.put("NATS_URL", ready.nats());
        environment.put("NATS_MONITORING_URL", ready.natsMonitoring());
        environment.put("JDBC_URL", ready.jdbc().url());
        environment.put("JDBC_USER", ProcessLogins.of(GATEWAY));
        environment.put("JDBC_PASSWORD", password());
        environment.put("RINGSIDE_SOCKET_NODE", GATEWAY + '-' + port);
        // Pages come from the first one, wherever their socket goes.
        environment.put("RINGSIDE_SOCKET_ORIGINS", gateway(ports.getFirst()).toString());
        // Ten thousand tickets are fetched one after the other here, by one load, before all use theirs at once.
        environment.put("RINGSIDE_IDENTITY_TICKET", "120s");
        return environment;
    }

    private String password() {
        try {
            Map<String, String> passwords = Objects.requireNonNull(ObjectMapper.getDefault()
                    .readValue(
                            read(floor.data().resolve("passwords.json")), Argument.mapOf(String.class, String.class)));
            return Objects.requireNonNull(passwords.get(ProcessLogins.of(GATEWAY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI gateway(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean isReady(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(gateway(port).resolve("/health/readiness"))
                    .timeout(ASK_MAX)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
