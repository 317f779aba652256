package io.ringside.benchmarks.peers;

import io.ringside.benchmarks.wire.BareDialect;
import io.ringside.benchmarks.wire.Dialect;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import io.ringside.provision.servers.FreePort;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@link BareServer}, with as much heap as the gateway. */
public record Bare(Cores cores, int heapMb, Path logs) implements Contender {
    @Override
    public String name() {
        return "raw-netty";
    }

    @Override
    public Serving start(int count) {
        if (count != 1) {
            throw new IllegalArgumentException("raw Netty has one node");
        }
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", FreePort.find());
        List<String> flags = JavaFlags.of(heapMb);
        List<String> words = JavaFlags.command(
                flags, System.getProperty("java.class.path"), BareServer.class.getName(), address.getPort() + "");
        ServerProcess process = ServerProcess.start(
                cores, words, Path.of("").toAbsolutePath(), Map.of(), logs.resolve("raw-netty.log"));
        process.awaitListening(address);
        return new Running(new Nodes(List.of(address), List.of(process)), JavaFlags.shown(flags));
    }

    private static final class Running implements Serving {
        private final Nodes nodes;
        private final String flags;
        private final WireCrowd publishing;
        private final WireClient publisher;

        Running(Nodes nodes, String flags) {
            this.nodes = nodes;
            this.flags = flags;
            publishing = new WireCrowd(address());
            publisher = publishing.client(new BareDialect(BareServer.PUBLISH), (bytes, from, length) -> {});
            publisher.open(0).join();
        }

        @Override
        public Nodes nodes() {
            return nodes;
        }

        @Override
        public String flags() {
            return flags;
        }

        @Override
        public Dialect client(int at, boolean market) {
            return new BareDialect(market ? BareServer.MARKET : BareServer.QUIET);
        }

        @Override
        public void admit(List<Dialect> clients) {
            // everybody may come
        }

        @Override
        public void publish(String instrument, String json) {
            publisher.send(json);
        }

        @Override
        public void collect() {
            nodes.processes().getFirst().collectJava();
        }

        @Override
        public void close() {
            publishing.close();
            nodes.close();
        }
    }
}
