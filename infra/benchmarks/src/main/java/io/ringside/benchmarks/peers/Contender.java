package io.ringside.benchmarks.peers;

/** A server that is measured; each time a fresh one. */
public interface Contender {
    /** How figures call it. */
    String name();

    /** Starts so many nodes of it and returns when they serve. */
    Serving start(int nodes);
}
