package io.ringside.gateway.frame;

import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The event loops that have carried a socket. */
@Singleton
public final class Loops {
    private final Deliveries deliveries;
    private final long tickMs;
    private final Map<EventExecutor, Loop> loops = new ConcurrentHashMap<>();

    Loops(Deliveries deliveries, LoopSettings settings) {
        this.deliveries = deliveries;
        tickMs = settings.tick().toMillis();
    }

    /** The loop that runs on this executor. */
    public Loop of(EventExecutor executor) {
        return loops.computeIfAbsent(executor, this::start);
    }

    /** A new value of a slot, for every socket that is subscribed to its channel. */
    public void publish(Slot slot, Frame frame) {
        for (Loop loop : loops.values()) {
            loop.publish(slot, frame);
        }
    }

    private Loop start(EventExecutor executor) {
        Loop loop = new Loop(executor, deliveries);
        long[] due = {deliveries.nowMs() + tickMs};
        var unused = executor.scheduleWithFixedDelay(
                () -> {
                    long now = deliveries.nowMs();
                    loop.tick(Math.max(0, now - due[0]));
                    due[0] = deliveries.nowMs() + tickMs;
                },
                tickMs,
                tickMs,
                TimeUnit.MILLISECONDS);
        return loop;
    }
}
