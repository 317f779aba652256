package io.ringside.gateway.frame;

import io.netty.util.concurrent.EventExecutor;
import io.ringside.gateway.compression.Deflation;
import io.ringside.gateway.compression.Inflation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that one event loop sends. What was published since the last round is handed to all of its sockets in one
 * task, and each socket is flushed once: a foreign thread wakes the loop once for a batch, not once for a socket.
 */
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final EventExecutor executor;
    private final Deliveries deliveries;
    private final Queue<Outbound> dirty = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Published published = new Published();

    // Touched by the loop's own thread only.
    private final Map<String, Set<Outbound>> subscribers = new HashMap<>();
    private final Turns everySecond;
    private final List<Outbound> touched = new ArrayList<>();
    private final Deflation deflation = new Deflation();
    private final Inflation inflation = new Inflation();

    /** @param turns in which its sockets are looked after */
    Loop(EventExecutor executor, Deliveries deliveries, int turns) {
        this.executor = executor;
        this.deliveries = deliveries;
        everySecond = new Turns(turns);
    }

    /** Runs on the loop's thread, at once when already there. */
    public void run(Runnable task) {
        if (executor.inEventLoop()) {
            task.run();
        } else {
            executor.execute(task);
        }
    }

    /** Runs on the loop's thread after so many milliseconds. */
    void later(long ms, Runnable task) {
        var unused = executor.schedule(task, ms, TimeUnit.MILLISECONDS);
    }

    /** Calls this each second on the loop's thread. To be called there. */
    public void everySecond(Runnable task) {
        everySecond.add(task);
    }

    /** No longer. To be called on the loop's thread. */
    public void forget(Runnable task) {
        everySecond.remove(task);
    }

    /** The outbound side of one socket gets what is published on a channel. */
    public void subscribe(String channel, Outbound outbound) {
        run(() -> subscribers
                .computeIfAbsent(channel, name -> new LinkedHashSet<>())
                .add(outbound));
    }

    /** No longer. */
    public void unsubscribe(String channel, Outbound outbound) {
        run(() -> {
            Set<Outbound> others = subscribers.get(channel);
            if (others != null && others.remove(outbound) && others.isEmpty()) {
                subscribers.remove(channel);
            }
        });
    }

    /** Compresses for this loop. On its thread. */
    Deflation deflation() {
        return deflation;
    }

    /** Inflates for this loop. On its thread. */
    Inflation inflation() {
        return inflation;
    }

    /** A frame was compressed, from so many bytes to so many. */
    void deflated(int from, int to) {
        deliveries.deflated(from, to);
    }

    void publish(Slot slot, Frame frame) {
        if (published.put(slot, frame)) {
            deliveries.replaced();
        }
        schedule();
    }

    void markDirty(Outbound outbound) {
        dirty.add(outbound);
        schedule();
    }

    /**
     * Looks after those sockets whose turn it is.
     *
     * @param lateMs how much later than it should
     */
    void tick(long lateMs) {
        deliveries.loopWasLate(lateMs);
        everySecond.take();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        Map<String, Map<Slot, Frame>> batch = published.takeAll();
        batch.forEach((channel, values) -> handOut(channel, values, batch.size() == 1));
        for (Outbound outbound = dirty.poll(); outbound != null; outbound = dirty.poll()) {
            outbound.clean();
            touch(outbound);
        }
        touched.forEach(Loop::flush);
        touched.clear();
        batch.values().forEach(values -> values.values().forEach(deliveries::flushedConflated));
    }

    /**
     * To all who subscribed to the channel when this began: one may be gone by being written to.
     *
     * @param only whether nothing else was published: then nobody has to wait until all were handed it
     */
    private void handOut(String channel, Map<Slot, Frame> values, boolean only) {
        List<Outbound> subscribed = List.copyOf(subscribers.getOrDefault(channel, Set.of()));
        if (subscribed.isEmpty()) {
            return;
        }
        try (Edition edition = new Edition(values.values())) {
            int takers = 0;
            for (Outbound outbound : subscribed) {
                if (took(outbound, edition)) {
                    takers++;
                } else {
                    values.forEach(outbound.latest()::put);
                }
                if (only) {
                    flush(outbound);
                } else {
                    touch(outbound);
                }
            }
            deliveries.wroteConflated(takers * values.size());
        }
    }

    private static boolean took(Outbound outbound, Edition edition) {
        try {
            return outbound.takes(edition);
        } catch (RuntimeException e) {
            giveUp(outbound, e);
            return false;
        }
    }

    /** One that cannot be sent to keeps nobody else waiting; its client comes back and resumes. */
    private static void flush(Outbound outbound) {
        try {
            outbound.flush();
        } catch (RuntimeException e) {
            giveUp(outbound, e);
        }
    }

    private static void giveUp(Outbound outbound, RuntimeException cause) {
        LOG.error("a socket is given up, because sending to it failed", cause);
        outbound.giveUp();
    }

    private void touch(Outbound outbound) {
        if (outbound.touch()) {
            touched.add(outbound);
        }
    }
}
