package io.ringside.gateway.frame;

import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The event loops that have carried a socket. */
@Singleton
public final class Loops {
    /** Between two turns of one loop, at least. */
    private static final long TURN_MS = 50;

    private final Deliveries deliveries;
    private final int turns;
    private final long turnMs;
    private final Map<EventExecutor, Loop> loops = new ConcurrentHashMap<>();

    Loops(Deliveries deliveries, LoopSettings settings) {
        this.deliveries = deliveries;
        long tickMs = settings.tick().toMillis();
        turns = (int) Math.max(1, tickMs / TURN_MS);
        turnMs = tickMs / turns;
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
        Loop loop = new Loop(executor, deliveries, turns);
        long[] due = {deliveries.nowMs() + turnMs};
        var unused = executor.scheduleWithFixedDelay(
                () -> {
                    long now = deliveries.nowMs();
                    loop.tick(Math.max(0, now - due[0]));
                    due[0] = deliveries.nowMs() + turnMs;
                },
                turnMs,
                turnMs,
                TimeUnit.MILLISECONDS);
        return loop;
    }
}
