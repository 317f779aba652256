package io.ringside.benchmarks.peers;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * The processes of a measured server, each a node that serves any client.
 *
 * @param addresses where they listen, in the same order
 */
public record Nodes(List<InetSocketAddress> addresses, List<ServerProcess> processes) implements AutoCloseable {
    public Nodes {
        addresses = List.copyOf(addresses);
        processes = List.copyOf(processes);
    }

    /** Processor time that they have used so far, together. */
    long cpuMillis() {
        return processes.stream().mapToLong(ServerProcess::cpuMillis).sum();
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
    }
}
