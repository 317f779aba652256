package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;

/** What carries the frames of one client to it. Used on the thread of its event loop, but for what says otherwise. */
public interface Transport {
    /** Which one it is. From any thread. */
    TransportName name();

    /** How it carries frames: what it puts into a chunk is the same for all transports of that form. */
    Form form();

    /** Whether it takes more without queueing much. */
    boolean isWritable();

    /** Bytes that it was given and that have not left. From any thread. */
    long pendingBytes();

    /** Room for a chunk of frames. */
    ByteBuf chunk(int bytes);

    /** Puts a frame into a chunk as this transport carries it. */
    void append(Frame frame, ByteBuf chunk);

    /** Takes a chunk, which others may be sent, too; it leaves with the next {@link #flush}. */
    void write(ByteBuf chunk);

    /** Sends what was written. */
    void flush();

    /**
     * Sends a last chunk.
     *
     * @param end whether the connection ends once that has left; otherwise the peer answers first
     */
    void finish(ByteBuf last, boolean end);

    /** Ends the connection, whatever has not left. From any thread. */
    void close();
}
