package io.ringside.runtime.ordered;

/** Points of the loop at which a fault run may end the process. In production nothing listens. */
@FunctionalInterface
public interface Probe {
    /** Nothing happens at any point. */
    Probe NONE = point -> {};

    /** Between which steps the loop stands. */
    enum Point {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        WITHIN_PUBLICATION,
        AFTER_PUBLICATION
    }

    /** The loop has come to this point. */
    void reached(Point point);
}
