package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The message that is arriving, in one buffer. Empty it costs nothing. Not thread-safe. */
final class Fragments {
    private static final int ROOM_BYTES_MIN = 256;

    private final MessageLimits limits;
    private byte @Nullable [] bytes;
    private int length;
    private int count;

    Fragments(MessageLimits limits) {
        this.limits = limits;
    }

    /** Whether none has come yet. */
    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Takes one more.
     *
     * @return whether the message is still within its limits
     */
    boolean add(ByteBuf content, boolean last) {
        int more = content.readableBytes();
        count++;
        if (length + more > limits.bytesMax() || count > limits.fragmentsMax()) {
            return false;
        }
        byte[] room = room(length + more, last);
        content.readBytes(room, length, more);
        length += more;
        bytes = room;
        return true;
    }

    /** The whole message; none has come after it. */
    byte[] take() {
        byte[] present = bytes == null ? new byte[0] : bytes;
        byte[] message = present.length == length ? present : Arrays.copyOf(present, length);
        forget();
        return message;
    }

    void forget() {
        bytes = null;
        length = 0;
        count = 0;
    }

    /** It grows by doubling, so copies stay linear. */
    private byte[] room(int needed, boolean last) {
        byte[] present = bytes;
        if (present == null) {
            return new byte[last ? needed : Math.max(needed, ROOM_BYTES_MIN)];
        }
        return present.length < needed ? Arrays.copyOf(present, Math.max(needed, 2 * present.length)) : present;
    }
}
