package io.ringside.gateway.compression;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Compresses messages, each by itself. One for an event loop, whose thread alone uses it: it holds native memory. */
public final class Deflation {
    /** Shorter messages are sent as they are. */
    public static final int MESSAGE_BYTES_MIN = 512;

    /** A flush ends with an empty block, of which a message leaves these octets out (RFC 7692, 7.2.1). */
    private static final int TAIL_BYTES = 4;

    private static final int ROOM_MIN = 128;

    private @Nullable Deflater full;
    private @Nullable Deflater small;

    /**
     * The message without its tail.
     *
     * @param fullWindow whether the peer can look back 32 KiB; for one that cannot nothing is looked back at all, which
     *     fits any window
     */
    public byte[] deflate(byte[] source, int from, boolean fullWindow) {
        Deflater deflater = fullWindow ? full() : small();
        deflater.setInput(source, from, source.length - from);
        byte[] target = new byte[Math.max(ROOM_MIN, (source.length - from) / 2)];
        int length = 0;
        while (true) {
            length += deflater.deflate(target, length, target.length - length, Deflater.SYNC_FLUSH);
            if (length < target.length) {
                break;
            }
            target = Arrays.copyOf(target, 2 * target.length);
        }
        deflater.reset();
        return Arrays.copyOf(target, length - TAIL_BYTES);
    }

    private Deflater full() {
        Deflater present = full == null ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : full;
        full = present;
        return present;
    }

    private Deflater small() {
        Deflater present = small;
        if (present == null) {
            present = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            present.setStrategy(Deflater.HUFFMAN_ONLY);
            // It takes the strategy with the first call, which does nothing else.
            present.deflate(new byte[ROOM_MIN], 0, ROOM_MIN, Deflater.SYNC_FLUSH);
            present.reset();
            small = present;
        }
        return present;
    }
}
