package io.ringside.runtime.nats;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Publications that were sent and not yet acknowledged, oldest first. Used by one thread. */
public final class UnderWay {
    private final Deque<Sent> sent = new ArrayDeque<>();
    private final IntConsumer acknowledged;
    private final Duration patience;
    private final Runnable drop;
    private int done;

    /**
     * @param acknowledged told, as it grows, how many events from the front are acknowledged
     * @param patience how long an acknowledgement may take before it counts as missing
     * @param drop closes the connection that they were sent over
     */
    UnderWay(IntConsumer acknowledged, Duration patience, Runnable drop) {
        this.acknowledged = acknowledged;
        this.patience = patience;
        this.drop = drop;
    }

    /** One acknowledgement that stands for this many events. */
    private record Sent(CompletableFuture<?> acknowledgement, int events) {}

    /** What may fail while sending or waiting. */
    interface Step {
        void run() throws IOException, InterruptedException, ExecutionException, TimeoutException;
    }

    /**
     * Waits for every acknowledgement.
     *
     * @throws IOException when one failed or is missing: the connection was dropped
     */
    public void await() throws IOException, InterruptedException {
        orDrop(() -> {
            while (!sent.isEmpty()) {
                awaitOldest();
            }
        });
    }

    /** Runs this once every acknowledgement is here, on the thread that brings the last one; never if one fails. */
    public void whenAcknowledged(Runnable then) {
        CompletableFuture.allOf(sent.stream().map(Sent::acknowledgement).toArray(CompletableFuture[]::new))
                .thenRun(then);
    }

    void add(CompletableFuture<?> acknowledgement, int events) {
        sent.addLast(new Sent(acknowledgement, events));
    }

    int size() {
        return sent.size();
    }

    void awaitOldest() throws ExecutionException, TimeoutException, InterruptedException {
        Sent oldest = sent.removeFirst();
        oldest.acknowledgement().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        done += oldest.events();
        acknowledged.accept(done);
    }

    void orDrop(Step step) throws IOException, InterruptedException {
        try {
            step.run();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            drop.run();
            throw new IOException("publication was not acknowledged: " + e.getMessage(), e);
        } catch (IOException | InterruptedException e) {
            drop.run();
            throw e;
        }
    }
}
