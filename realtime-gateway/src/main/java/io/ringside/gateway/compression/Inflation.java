package io.ringside.gateway.compression;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates messages, each by itself. One for an event loop, whose thread alone uses it: it holds native memory. */
public final class Inflation {
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};
    private static final int ROOM_MIN = 1_024;
    /** JSON shrinks to about that. */
    private static final int RATIO = 4;

    private @Nullable Inflater inflater;

    /**
     * The message.
     *
     * @return null if it is longer than that; no more than that is ever made of it
     */
    public byte @Nullable [] inflate(byte[] deflated, int bytesMax) throws DataFormatException {
        Inflater present = inflater == null ? new Inflater(true) : inflater;
        inflater = present;
        try {
            byte[] input = Arrays.copyOf(deflated, deflated.length + TAIL.length);
            System.arraycopy(TAIL, 0, input, deflated.length, TAIL.length);
            return inflateAll(present, input, bytesMax);
        } finally {
            present.reset();
        }
    }

    private static byte @Nullable [] inflateAll(Inflater inflater, byte[] input, int bytesMax)
            throws DataFormatException {
        // One octet more than may be shows that there are more.
        int roomMax = bytesMax + 1;
        byte[] target = new byte[Math.min(roomMax, Math.max(ROOM_MIN, RATIO * input.length))];
        int length = 0;
        inflater.setInput(input);
        while (true) {
            int made = inflater.inflate(target, length, target.length - length);
            length += made;
            if (length > bytesMax) {
                return null;
            }
            if (length == target.length) {
                target = Arrays.copyOf(target, (int) Math.min(roomMax, 2L * target.length));
            } else if (inflater.finished() && inflater.getRemaining() > 0) {
                // A final block ends a stream, not the message.
                int rest = inflater.getRemaining();
                inflater.reset();
                inflater.setInput(input, input.length - rest, rest);
            } else if (made == 0 || inflater.getRemaining() == 0) {
                return Arrays.copyOf(target, length);
            }
        }
    }
}
