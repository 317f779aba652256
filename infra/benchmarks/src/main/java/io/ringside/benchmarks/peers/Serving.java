package io.ringside.benchmarks.peers;

import io.ringside.benchmarks.wire.Dialect;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A measured server that runs, of one node or of two. */
public interface Serving extends AutoCloseable {
    Nodes nodes();

    /** Where clients come in. */
    default InetSocketAddress address() {
        return nodes().addresses().getFirst();
    }

    /** Where they come in when they come back to another node, if there is one. */
    default InetSocketAddress otherAddress() {
        return nodes().addresses().getLast();
    }

    /** Processor time that it has used so far. */
    default long cpuMillis() {
        return nodes().cpuMillis();
    }

    /** Bytes of its first node that are in memory. */
    default long residentBytes() {
        return nodes().processes().getFirst().residentBytes();
    }

    /** Processor time of what stands behind it and works for it, which is nothing for most. */
    default long behindCpuMillis() {
        return 0;
    }

    /** What bounds its heap. */
    String flags();

    /**
     * A client that has not come yet.
     *
     * @param at its number, from which its user follows ({@link Users})
     * @param market whether it hears what is published to all
     */
    Dialect client(int at, boolean market);

    /** Prepares some to come in within half a minute. */
    void admit(List<Dialect> clients);

    /** Publishes to everybody in the market. */
    void publish(String instrument, String json);

    /** What it keeps for each user, if it knows any. */
    default Optional<Inboxes> inboxes() {
        return Optional.empty();
    }

    /** Has its first node collect all that is garbage. */
    void collect();

    @Override
    void close();
}
