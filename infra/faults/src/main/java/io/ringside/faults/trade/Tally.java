package io.ringside.faults.trade;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts over all traders of a run. */
public final class Tally {
    private final LongAdder asked = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicLong decided = new AtomicLong();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> connections = new ConcurrentHashMap<>();

    void asked() {
        asked.increment();
    }

    void received() {
        received.increment();
    }

    void refused() {
        refused.increment();
    }

    void decided() {
        decided.incrementAndGet();
    }

    void unknown(String id) {
        unknown.add(id);
    }

    void connected(String mode) {
        connections.computeIfAbsent(mode, key -> new LongAdder()).increment();
    }

    public long askedCount() {
        return asked.sum();
    }

    public long receivedCount() {
        return received.sum();
    }

    public long refusedCount() {
        return refused.sum();
    }

    /** Orders that got a first outcome. */
    public long decidedCount() {
        return decided.get();
    }

    /** Commands that were unknown at some time and had to be asked again. */
    public long unknownCount() {
        return unknown.size();
    }

    /** Connections by how the inbox went on. */
    public Map<String, Long> connectionCounts() {
        Map<String, Long> counts = new TreeMap<>();
        connections.forEach((mode, count) -> counts.put(mode, count.sum()));
        return counts;
    }
}
