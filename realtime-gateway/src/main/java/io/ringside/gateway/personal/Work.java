package io.ringside.gateway.personal;

import java.time.Duration;

/** Does what takes its time, on threads of its own; when is decided outside. */
interface Work {
    /** Runs this soon. It may block. */
    void start(Runnable task);

    /** Runs this once that has passed. It may block. */
    void startAfter(Duration delay, Runnable task);

    /** Lets that pass. Blocks. */
    void pause(Duration span) throws InterruptedException;
}
