package io.ringside.marketdata.replay;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays the frames of a capture in their recorded rhythm, a multiple of it, or as fast as clients read; after the last
 * one comes the first. It stands still while nobody listens. One thread, the event loop's.
 */
final class ReplayPlayer {
    /** Frames of one turn of the event loop, so that requests are answered in between. */
    private static final int BATCH_FRAMES_MAX = 64;

    private static final long LATENESS_NANOS_MAX = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long UNWRITABLE_RETRY_NANOS = 500_000L;

    private final EventLoop eventLoop;
    private final ReplayStage stage;
    private final List<CapturedFrame> frames;
    private final int speed;
    private final AtomicLong loops = new AtomicLong();
    private int next;
    private long nextDueNanos;
    private boolean running;

    /**
     * @param speed multiple of the recorded pace; 0 is as fast as clients read
     */
    ReplayPlayer(EventLoop eventLoop, ReplayStage stage, List<CapturedFrame> frames, int speed) {
        this.eventLoop = eventLoop;
        this.stage = stage;
        this.frames = frames;
        this.speed = speed;
    }

    /** Times that the recording was played to its end. */
    long loops() {
        return loops.get();
    }

    /** Starts or goes on, if it stands still. */
    void go() {
        if (!running) {
            running = true;
            nextDueNanos = System.nanoTime();
            eventLoop.execute(this::turn);
        }
    }

    private void turn() {
        if (!stage.hasAudience() || eventLoop.isShuttingDown()) {
            running = false;
            return;
        }
        long waitNanos = 0;
        for (int played = 0; played < BATCH_FRAMES_MAX && waitNanos == 0; played++) {
            if (!stage.canTakeMore()) {
                waitNanos = UNWRITABLE_RETRY_NANOS;
            } else {
                stage.play(frames.get(next));
                waitNanos = advance();
            }
        }
        stage.flush();
        eventLoop.schedule(this::turn, waitNanos, TimeUnit.NANOSECONDS);
    }

    /** Moves on and says how long the next frame has to wait. */
    private long advance() {
        long playedAtMicros = frames.get(next).atMicros();
        next++;
        if (next == frames.size()) {
            next = 0;
            loops.incrementAndGet();
            return 0;
        }
        if (speed == 0) {
            return 0;
        }
        nextDueNanos += (frames.get(next).atMicros() - playedAtMicros) * NANOS_PER_MICRO / speed;
        long waitNanos = nextDueNanos - System.nanoTime();
        if (waitNanos < -LATENESS_NANOS_MAX) {
            // The machine or a client was away: catching up would only be a burst of old prices.
            nextDueNanos = System.nanoTime();
        }
        return Math.max(0, waitNanos);
    }
}
