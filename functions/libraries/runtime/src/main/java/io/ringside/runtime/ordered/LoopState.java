package io.ringside.runtime.ordered;

/**
 * How a consume loop stands, for health and metrics.
 *
 * @param detail what it waits for or why it stopped
 * @param lag messages of the log that wait to be handled
 */
public record LoopState(Phase phase, String detail, int partitions, long lag) {
    /** What the loop does. */
    public enum Phase {
        STARTING,
        RUNNING,
        /** PostgreSQL or NATS is away; messages are kept. */
        PAUSED,
        STOPPED,
        /** Stopped by itself and will not go on: an operator is needed. */
        FAILED
    }

    boolean ready() {
        return phase == Phase.RUNNING;
    }
}
