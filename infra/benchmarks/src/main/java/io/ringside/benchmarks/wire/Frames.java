package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** WebSocket frames (RFC 6455 §5.2) as a client takes and makes them. */
final class Frames {
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;
    private static final int LENGTH_7_MAX = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int LENGTH_16_MAX = 0xFFFF;
    private static final int HEADER_BYTES_MAX = 14;

    private Frames() {}

    /** Hears of one frame after the other; the buffer is the reader's. */
    @FunctionalInterface
    interface Sink {
        void frame(int opcode, ByteBuf bytes, int from, int length);
    }

    /** Hands over every frame that is whole and leaves the rest in the buffer. */
    static void read(ByteBuf in, Sink sink) {
        while (in.readableBytes() >= 2) {
            int at = in.readerIndex();
            int first = in.getUnsignedByte(at);
            int second = in.getUnsignedByte(at + 1);
            int header = headerBytes(second & LENGTH);
            if (in.readableBytes() < header) {
                return;
            }
            long length = length(in, at, second & LENGTH);
            if ((first & FINAL) == 0 || (second & MASKED) != 0) {
                throw new IllegalStateException("a server that fragments or masks is not one of those measured");
            }
            if (in.readableBytes() < header + length) {
                return;
            }
            sink.frame(first & OPCODE, in, at + header, (int) length);
            in.readerIndex(at + header + (int) length);
        }
    }

    /** A text, masked with zeros: nobody stands between this client and the server whom a mask would keep out. */
    static ByteBuf text(ByteBufAllocator allocator, String text) {
        return frame(allocator, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static ByteBuf pong(ByteBufAllocator allocator, ByteBuf bytes, int from, int length) {
        byte[] payload = new byte[length];
        bytes.getBytes(from, payload);
        return frame(allocator, PONG, payload);
    }

    private static ByteBuf frame(ByteBufAllocator allocator, int opcode, byte[] payload) {
        int length = payload.length;
        ByteBuf frame = allocator.buffer(HEADER_BYTES_MAX + length);
        frame.writeByte(FINAL | opcode);
        if (length <= LENGTH_7_MAX) {
            frame.writeByte(MASKED | length);
        } else if (length <= LENGTH_16_MAX) {
            frame.writeByte(MASKED | LENGTH_16).writeShort(length);
        } else {
            frame.writeByte(MASKED | LENGTH_64).writeLong(length);
        }
        return frame.writeInt(0).writeBytes(payload);
    }

    private static int headerBytes(int length) {
        return switch (length) {
            case LENGTH_16 -> 4;
            case LENGTH_64 -> 10;
            default -> 2;
        };
    }

    private static long length(ByteBuf in, int at, int length) {
        return switch (length) {
            case LENGTH_16 -> in.getUnsignedShort(at + 2);
            case LENGTH_64 -> in.getLong(at + 2);
            default -> length;
        };
    }
}
