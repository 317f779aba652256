package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.ringside.gateway.compression.Deflation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One whole WebSocket frame as it goes onto the wire. It is encoded once and shared by every socket that it goes to:
 * frames of a server are not masked, so their bytes are the same for all.
 */
public final class Frame {
    private static final int FINAL = 0x80;
    private static final int DEFLATED = 0x40;
    private static final int OPCODE = 0xF;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LENGTH_7_MAX = 125;
    private static final int LENGTH_16_MAX = 0xFFFF;
    private static final int REASON_BYTES_MAX = 123;

    private final byte[] bytes;
    private final long publishedAtNanos;
    private final boolean critical;

    // Guarded by this: of sockets on several loops that want it at once the first one compresses it, for all.
    private byte @Nullable [] deflated;
    private byte @Nullable [] deflatedSmall;

    private Frame(byte[] bytes, long publishedAtNanos) {
        this(bytes, publishedAtNanos, false);
    }

    private Frame(byte[] bytes, long publishedAtNanos, boolean critical) {
        this.bytes = bytes;
        this.publishedAtNanos = publishedAtNanos;
        this.critical = critical;
    }

    /** A text message. */
    public static Frame text(byte[] json) {
        return text(json, 0);
    }

    /**
     * A text message that carries something published.
     *
     * @param publishedAtNanos when it was published, epoch nanoseconds, 0 if nobody said
     */
    public static Frame text(byte[] json, long publishedAtNanos) {
        return new Frame(framed(FINAL | TEXT, json), publishedAtNanos);
    }

    /** A binary message. */
    public static Frame binary(byte[] message) {
        return new Frame(framed(FINAL | BINARY, message), 0);
    }

    /** The same message of a channel that nothing of may be lost. */
    public Frame asCritical() {
        return new Frame(bytes, publishedAtNanos, true);
    }

    /** Whether nothing of its channel may be lost. */
    boolean isCritical() {
        return critical;
    }

    /** An empty ping. */
    public static Frame ping() {
        return new Frame(framed(FINAL | PING, new byte[0]), 0);
    }

    /** The answer of a ping with this payload. */
    public static Frame pong(byte[] payload) {
        return new Frame(framed(FINAL | PONG, payload), 0);
    }

    /** The last frame. */
    public static Frame close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        int length = Math.min(text.length, REASON_BYTES_MAX);
        byte[] payload = new byte[2 + length];
        payload[0] = (byte) (code >>> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, length);
        return new Frame(framed(FINAL | CLOSE, payload), 0);
    }

    /** The echo of a close without a code. */
    public static Frame closeWithoutCode() {
        return new Frame(framed(FINAL | CLOSE, new byte[0]), 0);
    }

    /** Bytes on the wire. */
    public int size() {
        return bytes.length;
    }

    /** When its content was published, epoch nanoseconds, 0 if nobody said. */
    public long publishedAtNanos() {
        return publishedAtNanos;
    }

    /** The bytes themselves; nobody may change them. */
    byte[] bytes() {
        return bytes;
    }

    /** The bytes for a peer that inflates: compressed when that makes them fewer. */
    synchronized byte[] deflated(Loop loop, boolean fullWindow) {
        byte[] known = fullWindow ? deflated : deflatedSmall;
        if (known != null) {
            return known;
        }
        byte[] made = isMessage() && payloadBytes() >= Deflation.MESSAGE_BYTES_MIN ? deflate(loop, fullWindow) : bytes;
        if (fullWindow) {
            deflated = made;
        } else {
            deflatedSmall = made;
        }
        return made;
    }

    private byte[] deflate(Loop loop, boolean fullWindow) {
        byte[] payload = loop.deflation().deflate(bytes, payloadAt(), fullWindow);
        byte[] made = framed(FINAL | DEFLATED | bytes[0], payload);
        loop.deflated(bytes.length, Math.min(made.length, bytes.length));
        return made.length < bytes.length ? made : bytes;
    }

    /** Whether it is a message, and no ping, pong or close. */
    public boolean isMessage() {
        int opcode = bytes[0] & OPCODE;
        return opcode == TEXT || opcode == BINARY;
    }

    /** Whether it is the last one of a connection. */
    public boolean isClose() {
        return (bytes[0] & OPCODE) == CLOSE;
    }

    /** Bytes of what it carries. */
    public int payloadBytes() {
        return bytes.length - payloadAt();
    }

    /** Puts what it carries there, without the frame around it. */
    public void writePayload(ByteBuf target) {
        target.writeBytes(bytes, payloadAt(), payloadBytes());
    }

    private int payloadAt() {
        return switch (bytes[1]) {
            case LENGTH_7_MAX + 1 -> 4;
            case LENGTH_7_MAX + 2 -> 10;
            default -> 2;
        };
    }

    private static byte[] framed(int first, byte[] payload) {
        int length = payload.length;
        int header = length <= LENGTH_7_MAX ? 2 : length <= LENGTH_16_MAX ? 4 : 10;
        byte[] frame = new byte[header + length];
        frame[0] = (byte) first;
        switch (header) {
            case 2 -> frame[1] = (byte) length;
            case 4 -> {
                frame[1] = LENGTH_7_MAX + 1;
                frame[2] = (byte) (length >>> 8);
                frame[3] = (byte) length;
            }
            default -> {
                frame[1] = LENGTH_7_MAX + 2;
                for (int i = 0; i < 4; i++) {
                    frame[6 + i] = (byte) (length >>> (24 - 8 * i));
                }
            }
        }
        System.arraycopy(payload, 0, frame, header, length);
        return frame;
    }
}
