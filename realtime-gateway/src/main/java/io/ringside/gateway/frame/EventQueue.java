package io.ringside.gateway.frame;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames of one socket that must not be lost or overtaken. Its limit, in bytes, holds for what was handed to the
 * transport too, and is checked before each is added. Empty it costs nothing. From any thread.
 */
final class EventQueue {
    private final Transport transport;
    private final int bytesMax;
    private @Nullable ArrayDeque<Frame> frames;
    private int bytes;
    private boolean closed;

    EventQueue(Transport transport, int bytesMax) {
        this.transport = transport;
        this.bytesMax = bytesMax;
    }

    /** What became of a frame. */
    enum Added {
        YES,
        /** There was no room for it, and from now on there is none for any. */
        FULL,
        /** Nothing is added any more. */
        CLOSED
    }

    synchronized Added add(Frame frame) {
        if (closed) {
            return Added.CLOSED;
        }
        if (waitingBytes() + frame.size() > bytesMax) {
            close(true);
            return Added.FULL;
        }
        ArrayDeque<Frame> present = frames == null ? new ArrayDeque<>(4) : frames;
        present.add(frame);
        frames = present;
        bytes += frame.size();
        return Added.YES;
    }

    /** The next one, if any. */
    synchronized @Nullable Frame poll() {
        Frame frame = frames == null ? null : frames.poll();
        if (frame == null) {
            frames = null;
        } else {
            bytes -= frame.size();
        }
        return frame;
    }

    synchronized boolean isEmpty() {
        return frames == null || frames.isEmpty();
    }

    /** Bytes that wait, those handed to the transport included. */
    synchronized long waitingBytes() {
        return bytes + transport.pendingBytes();
    }

    /**
     * Nothing is added from now on.
     *
     * @return what waited, unless it is dropped
     */
    synchronized List<Frame> close(boolean drop) {
        List<Frame> remaining = drop || frames == null ? List.of() : List.copyOf(frames);
        closed = true;
        frames = null;
        bytes = 0;
        return remaining;
    }
}
