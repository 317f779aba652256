package io.ringside.runtime.ordered;

import io.ringside.runtime.tenure.Tenure;
import java.util.Map;

/**
 * How a consume loop stands, for health and metrics.
 *
 * @param detail what it waits for or why it stopped
 * @param cursors by stream: the sequence up to which every partition that it holds is handled
 * @param lag messages of the log that wait to be handled
 * @param leased whether its lease holds: without, its partitions may be another's at any moment
 */
public record LoopState(
        Phase phase, String detail, int partitions, Map<String, Long> cursors, long lag, boolean leased) {
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

    static final LoopState STARTING = new LoopState(Phase.STARTING, "", 0, Map.of(), 0, false);

    /** As what it holds stands; how much waits and whether it is leased changes from moment to moment. */
    static LoopState of(Phase phase, String detail, Tenure tenure) {
        return new LoopState(phase, detail, tenure.holdings().size(), tenure.lowestCursors(), 0, false);
    }

    LoopState now(long waiting, boolean alive) {
        return new LoopState(phase, detail, partitions, cursors, waiting, alive);
    }

    /** Whether it does its work. */
    public boolean ready() {
        return phase == Phase.RUNNING && leased;
    }
}
