package io.ringside.benchmarks.gateway;

import io.netty.buffer.ByteBuf;
import io.ringside.benchmarks.peers.ServerProcess;
import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.wire.Hearing;
import io.ringside.benchmarks.wire.WireCrowd;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Publishes to everybody at a rate, whatever the server does, and times each message at each who hears it. */
final class Market implements Hearing {
    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(2);
    private static final int DIGITS = 3;
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Nothing came for so long: nothing will. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** What is later than this after the last publication is given up. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Serving serving;
    private final WireCrowd crowd;
    private final Payload payload;
    private final int listeners;
    private int next;

    // Touched by the load's event loop only.
    private Flow flow = new Flow(0, 0);

    /** @param listeners clients that hear everything */
    Market(Serving serving, WireCrowd crowd, Payload payload, int listeners) {
        this.serving = serving;
        this.crowd = crowd;
        this.payload = payload;
        this.listeners = listeners;
    }

    /** Messages that are published in one stretch, and who has heard them. */
    private static final class Flow {
        private final int first;
        private final AtomicLongArray publishedNanos;
        private final Histogram micros = new Histogram(MICROS_MAX, DIGITS);
        private long lastNanos;

        Flow(int first, int count) {
            this.first = first;
            this.publishedNanos = new AtomicLongArray(count);
        }
    }

    @Override
    public void heard(ByteBuf bytes, int from, int length) {
        int at = Payload.number(bytes, from, length) - flow.first;
        if (at >= 0 && at < flow.publishedNanos.length()) {
            long now = System.nanoTime();
            long micros = TimeUnit.NANOSECONDS.toMicros(now - flow.publishedNanos.getAcquire(at));
            flow.micros.recordValue(Math.min(micros, MICROS_MAX));
            flow.lastNanos = now;
        }
    }

    /** One stretch at this rate. */
    Stretch measure(int perSecond, int seconds) {
        int count = perSecond * seconds;
        Flow stretch = new Flow(next, count);
        next += count;
        crowd.on(() -> flow = stretch);
        long server = serving.cpuMillis();
        long behind = serving.behindCpuMillis();
        long load = ServerProcess.cpuMillis(ProcessHandle.current().pid());
        long start = System.nanoTime();
        publish(stretch, perSecond, start);
        long expected = (long) count * listeners;
        await(stretch, expected);
        long elapsed = Math.max(1, crowd.on(() -> stretch.lastNanos) - start);
        return new Stretch(
                perSecond,
                expected,
                crowd.on(stretch.micros::copy),
                elapsed,
                serving.cpuMillis() - server,
                serving.behindCpuMillis() - behind,
                ServerProcess.cpuMillis(ProcessHandle.current().pid()) - load);
    }

    private void publish(Flow stretch, int perSecond, long start) {
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int at = 0; at < stretch.publishedNanos.length(); at++) {
            int number = stretch.first + at;
            String text = payload.text(number);
            long wait = start + at * gap - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            stretch.publishedNanos.setRelease(at, System.nanoTime());
            serving.publish(Payload.instrument(number), text);
        }
    }

    private void await(Flow stretch, long expected) {
        long end = System.nanoTime() + SETTLE_NANOS;
        long before = -1;
        long changed = System.nanoTime();
        while (System.nanoTime() < end) {
            long heard = crowd.on(stretch.micros::getTotalCount);
            if (heard >= expected) {
                return;
            }
            if (heard != before) {
                before = heard;
                changed = System.nanoTime();
            } else if (System.nanoTime() - changed > SILENCE_NANOS) {
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
