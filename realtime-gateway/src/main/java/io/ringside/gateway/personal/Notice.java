package io.ringside.gateway.personal;

import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.protocol.Pushes;

/**
 * One message of a personal channel as the stream has it.
 *
 * @param type wire name of the body
 * @param publishedAtNanos when the server stored it, epoch nanoseconds, 0 if unknown
 * @param rolledUp whether it took the place of what the stream held of this user before
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Notice(Personal channel, long sequence, String type, byte[] body, long publishedAtNanos, boolean rolledUp) {
    /** The push of this message after that one. */
    Frame push(long previous) {
        Frame frame = Pushes.replayable(channel.wire(), type, sequence, previous, body, publishedAtNanos);
        return channel == Personal.ALERTS ? frame.asCritical() : frame;
    }
}
