package io.ringside.gateway.inbox;

import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.protocol.Pushes;

/**
 * One message of a personal channel as the stream has it.
 *
 * @param type wire name of the body
 * @param publishedAtNanos when the server stored it, epoch nanoseconds, 0 if unknown
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Notice(long sequence, String type, byte[] body, long publishedAtNanos) {
    /** Name of the channel on the socket. */
    static final String CHANNEL = "inbox";

    /** The push of this message after that one. */
    Frame push(long previous) {
        return Pushes.replayable(CHANNEL, type, sequence, previous, body, publishedAtNanos);
    }
}
