package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on one socket. Events queue up to a limit in bytes, checked before each is added; past it the
 * socket is too slow and told so. Conflated values wait in one slot per key, so that a slow reader gets the latest
 * value and never a backlog.
 */
public final class Outbound {
    /** Bytes that may wait for one socket, those handed to the transport included. */
    public static final int QUEUE_BYTES_MAX = 256 * 1024;
    /** Bytes below which more of a long replay is queued. */
    public static final int DRAINED_BYTES = 64 * 1024;
    /** Bytes of one write to the transport. */
    private static final int CHUNK_BYTES = 32 * 1024;

    private static final int CHUNK_BYTES_MIN = 256;

    private final Transport transport;
    private final Loop loop;
    private final Deliveries deliveries;
    private final Runnable whenTooSlow;
    private final EventQueue events;
    private final long openedAtNanos;
    private final AtomicBoolean dirty = new AtomicBoolean();

    // Touched by the loop's own thread only.
    private final LatestValues latest;
    private @Nullable Rounds rounds;
    private boolean woken;
    private boolean touched;
    private boolean written;
    private @Nullable List<Runnable> whenDrained;

    /**
     * What goes out on a transport.
     *
     * @param queueBytesMax bytes that may wait, those handed to the transport included
     * @param whenTooSlow called on the loop's thread, once, when an event finds the queue full
     */
    public Outbound(Transport transport, Loop loop, Deliveries deliveries, int queueBytesMax, Runnable whenTooSlow) {
        this.transport = transport;
        this.loop = loop;
        this.deliveries = deliveries;
        this.whenTooSlow = whenTooSlow;
        events = new EventQueue(transport, queueBytesMax);
        latest = new LatestValues(deliveries);
        openedAtNanos = deliveries.nowNanos();
    }

    /** The loop that sends for this socket. */
    public Loop loop() {
        return loop;
    }

    /** Queues a frame that must not be lost or overtaken. From any thread. */
    public void offer(Frame frame) {
        switch (events.add(frame)) {
            case YES -> {
                if (dirty.compareAndSet(false, true)) {
                    loop.markDirty(this);
                }
            }
            case FULL -> loop.run(whenTooSlow);
            case CLOSED -> {}
        }
    }

    /** Bytes that wait, those handed to the transport included. From any thread. */
    public long waitingBytes() {
        return events.waitingBytes();
    }

    /** Calls this once on the loop's thread when little waits, soon if that is so now. */
    public void whenDrained(Runnable task) {
        loop.run(() -> {
            whenDrained = whenDrained == null ? new ArrayList<>(1) : whenDrained;
            whenDrained.add(task);
            loop.markDirty(this);
        });
    }

    /**
     * Hands what came out on a channel to the transport as it is, if nothing waits here and nobody chose the pace. On the
     * loop's thread; a flush has to follow.
     *
     * @return false if it has to wait, value by value
     */
    boolean takes(Edition edition) {
        boolean takes = rounds == null
                && edition.bytes() <= CHUNK_BYTES
                && latest.isEmpty()
                && transport.isWritable()
                && events.isEmpty();
        if (takes) {
            transport.write(edition.in(transport));
            written = true;
        }
        return takes;
    }

    /** The conflated values that wait. On the loop's thread; a flush has to follow. */
    LatestValues latest() {
        return latest;
    }

    /** Puts a conflated value in its slot and sends it when there is room. From any thread. */
    public void conflate(Slot slot, Frame frame) {
        loop.run(() -> {
            latest.put(slot, frame);
            loop.markDirty(this);
        });
    }

    /** Like {@link #conflate}, for a value that was looked up: one that waits in its slot is newer. From any thread. */
    public void conflateUnlessThere(Slot slot, Frame frame) {
        loop.run(() -> {
            if (!latest.has(slot)) {
                latest.put(slot, frame);
                loop.markDirty(this);
            }
        });
    }

    /**
     * Conflated values go out at most so often, and at most so many bytes of them; null is as they come. On the loop's
     * thread.
     */
    public void pace(@Nullable Integer perSecond, @Nullable Integer bytesPerSecond) {
        rounds = Rounds.of(perSecond, bytesPerSecond, deliveries.nowMs());
        loop.markDirty(this);
    }

    /** Forgets the values that wait for a channel. On the loop's thread. */
    public void dropSlots(String channelName) {
        latest.drop(channelName);
    }

    /** Whether this is the first touch since the last flush. */
    boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    void clean() {
        dirty.set(false);
    }

    /** Hands as much to the transport as it takes now. On the loop's thread. */
    public void flush() {
        touched = false;
        long now = rounds == null ? 0 : deliveries.nowMs();
        while (transport.isWritable()) {
            ByteBuf chunk = nextChunk(now);
            if (chunk == null) {
                break;
            }
            transport.write(chunk);
            written = true;
        }
        if (written) {
            written = false;
            transport.flush();
        }
        endRound(now);
        List<Runnable> drained = whenDrained;
        if (drained != null && waitingBytes() <= DRAINED_BYTES) {
            whenDrained = null;
            drained.forEach(Runnable::run);
        }
    }

    /**
     * Sends last frames and nothing after them. On the loop's thread.
     *
     * @param drop whether what still waits is given up
     * @param end whether the connection ends when they have left
     */
    public void finish(boolean drop, boolean end, Frame... last) {
        latest.clear();
        whenDrained = null;
        List<Frame> frames = new ArrayList<>(events.close(drop));
        frames.addAll(List.of(last));
        int bytes = frames.stream().mapToInt(Frame::size).sum();
        ByteBuf chunk = transport.chunk(Math.max(1, bytes));
        frames.forEach(frame -> transport.append(frame, chunk));
        transport.finish(chunk, end);
    }

    /** Ends the connection with nothing more said. On the loop's thread. */
    void giveUp() {
        latest.clear();
        whenDrained = null;
        var unused = events.close(true);
        transport.close();
    }

    private @Nullable ByteBuf nextChunk(long now) {
        ByteBuf chunk = takeEvents();
        Rounds paced = rounds;
        while (!latest.isEmpty() && hasRoom(chunk) && (paced == null || paced.takes(now))) {
            Frame frame = latest.take();
            chunk = append(chunk, frame);
            if (paced != null) {
                paced.spend(frame.size(), now);
            }
        }
        return chunk;
    }

    private void endRound(long now) {
        Rounds paced = rounds;
        if (paced == null) {
            return;
        }
        paced.end(now);
        // A transport that takes nothing calls for a flush when it does.
        if (!latest.isEmpty() && !woken && transport.isWritable()) {
            woken = true;
            loop.later(paced.waitMs(now), this::wake);
        }
    }

    private void wake() {
        woken = false;
        loop.markDirty(this);
    }

    private @Nullable ByteBuf takeEvents() {
        ByteBuf chunk = null;
        for (Frame frame = events.poll(); frame != null; frame = hasRoom(chunk) ? events.poll() : null) {
            chunk = append(chunk, frame);
            deliveries.wroteEvent(frame, openedAtNanos);
        }
        return chunk;
    }

    private static boolean hasRoom(@Nullable ByteBuf chunk) {
        return chunk == null || chunk.readableBytes() < CHUNK_BYTES;
    }

    private ByteBuf append(@Nullable ByteBuf chunk, Frame frame) {
        ByteBuf target = chunk == null ? transport.chunk(Math.max(frame.size(), CHUNK_BYTES_MIN)) : chunk;
        transport.append(frame, target);
        return target;
    }
}
