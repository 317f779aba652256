package io.ringside.benchmarks.peers;

import io.ringside.benchmarks.wire.Dialect;
import io.ringside.benchmarks.wire.SocketIoDialect;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import io.ringside.provision.servers.FreePort;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The server of {@code infra/benchmarks/peers/socketio}: one node with the memory adapter, several with the Redis
 * streams adapter and a Redis of their own.
 *
 * @param recovering whether it keeps what clients miss, which costs it something all the time
 */
public record SocketIo(Cores cores, Path repository, boolean recovering, Path logs) implements Contender {
    private static final String COLLECTED = "collected";
    private static final String REDIS = "redis-server";
    /** The publisher's own number among users. */
    private static final int OWN = -1;

    private static final long SETTLE_SECONDS_MAX = 60;

    /** Whether several nodes of it can be started here. */
    public static boolean hasRedis() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, REDIS)));
    }

    @Override
    public String name() {
        return "socket.io";
    }

    @Override
    public Serving start(int count) {
        List<ServerProcess> behind = new ArrayList<>();
        List<String> words = new ArrayList<>(List.of("node", "--expose-gc", "server.mjs"));
        if (recovering) {
            words.add("--recovery");
        }
        if (count > 1) {
            int redis = FreePort.find();
            behind.add(redis(redis));
            words.addAll(List.of("--redis", Integer.toString(redis)));
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        List<ServerProcess> processes = new ArrayList<>();
        for (int node = 1; node <= count; node++) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", FreePort.find());
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("--port", Integer.toString(address.getPort())));
            Path folder = repository.resolve("infra/benchmarks/peers/socketio");
            processes.add(ServerProcess.start(cores, all, folder, Map.of(), logs.resolve("socketio-" + node + ".log")));
            addresses.add(address);
            processes.getLast().awaitListening(address);
        }
        return new Running(new Nodes(addresses, processes), behind, recovering);
    }

    /** It keeps nothing on disk and stands where the nats-server of Ringside stands: beside the measured core. */
    private ServerProcess redis(int port) {
        ServerProcess redis = ServerProcess.start(
                new Cores(cores.processors(), false),
                List.of(REDIS, "--port", Integer.toString(port), "--save", "", "--appendonly", "no"),
                logs,
                Map.of(),
                logs.resolve("redis.log"));
        redis.awaitListening(new InetSocketAddress("127.0.0.1", port));
        return redis;
    }

    private static final class Running implements Serving, Inboxes {
        private final Nodes nodes;
        private final List<ServerProcess> behind;
        private final boolean recovering;
        private final WireCrowd publishing;
        private final WireClient publisher;
        private final BlockingQueue<Boolean> echoes = new LinkedBlockingQueue<>();

        Running(Nodes nodes, List<ServerProcess> behind, boolean recovering) {
            this.nodes = nodes;
            this.behind = behind;
            this.recovering = recovering;
            publishing = new WireCrowd(address());
            publisher = publishing.client(
                    new SocketIoDialect("\"user\":\"" + user(OWN) + '"'), (bytes, from, length) -> echoes.add(true));
            publisher.open(0).join();
        }

        @Override
        public Nodes nodes() {
            return nodes;
        }

        @Override
        public long behindCpuMillis() {
            return behind.stream().mapToLong(ServerProcess::cpuMillis).sum();
        }

        @Override
        public String flags() {
            return "node's own" + (recovering ? ", connectionStateRecovery" : "");
        }

        @Override
        public Dialect client(int at, boolean market) {
            return new SocketIoDialect("\"user\":\"" + user(Users.of(at)) + "\",\"market\":" + market);
        }

        @Override
        public void admit(List<Dialect> clients) {
            // everybody may come
        }

        @Override
        public void publish(String instrument, String json) {
            publisher.send(SocketIoDialect.event("publish", json));
        }

        @Override
        public Optional<Inboxes> inboxes() {
            return Optional.of(this);
        }

        @Override
        public void tell(int user, String json) {
            publisher.send(SocketIoDialect.event("tell", '"' + user(user) + "\"," + json));
        }

        /** One socket is served in order: what it tells itself it hears after all else was told. */
        @Override
        public void settle() {
            tell(OWN, "{}");
            try {
                if (echoes.poll(SETTLE_SECONDS_MAX, TimeUnit.SECONDS) == null) {
                    throw new IllegalStateException("the server does not settle");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public void collect() {
            ServerProcess process = nodes.processes().getFirst();
            long before = process.said(COLLECTED);
            process.tell("collect");
            process.await("the server does not collect", () -> process.said(COLLECTED) > before);
        }

        @Override
        public void close() {
            publishing.close();
            nodes.close();
            behind.forEach(ServerProcess::close);
        }

        private static String user(int number) {
            return "user" + number;
        }
    }
}
