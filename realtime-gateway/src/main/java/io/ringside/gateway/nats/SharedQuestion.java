package io.ringside.gateway.nats;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One question at a time, whose answer is that of everybody who asked before it was sent. So is its failure: nobody
 * waits longer than for the one under way and the next.
 */
public final class SharedQuestion<T> {
    private final Asking<T> asking;
    // Fair: those whom an answer was for leave before anybody asks the next one.
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong begun = new AtomicLong();
    private long done;
    private long failed;
    private @Nullable T answer;

    /** Asks a server. Blocks. */
    public interface Asking<T> {
        T ask() throws IOException, InterruptedException;
    }

    public SharedQuestion(Asking<T> asking) {
        this.asking = asking;
    }

    /** What is true at some time after this was called. Blocks. */
    public T ask() throws IOException, InterruptedException {
        long first = begun.get() + 1;
        turn.lockInterruptibly();
        try {
            T known = answer;
            if (done >= first && known != null) {
                return known;
            }
            if (failed >= first) {
                throw new IOException("not connected: no answer to others either");
            }
            return send(begun.incrementAndGet());
        } finally {
            turn.unlock();
        }
    }

    private T send(long number) throws IOException, InterruptedException {
        try {
            T fresh = asking.ask();
            answer = fresh;
            done = number;
            return fresh;
        } catch (IOException e) {
            failed = number;
            throw e;
        }
    }
}
