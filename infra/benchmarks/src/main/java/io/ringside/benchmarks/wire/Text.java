package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Looks into a message without making anything of it. */
public final class Text {
    private static final int DECIMAL = 10;

    private Text() {}

    /** Bytes to look for. */
    public static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the message begins with this. */
    public static boolean startsWith(ByteBuf bytes, int from, int length, byte[] prefix) {
        return length >= prefix.length && isAt(bytes, from, prefix);
    }

    /** Where this ends in the message for the first time, or -1. */
    public static int after(ByteBuf bytes, int from, int length, byte[] sought) {
        int last = from + length - sought.length;
        for (int at = from; at <= last; at++) {
            if (isAt(bytes, at, sought)) {
                return at + sought.length;
            }
        }
        return -1;
    }

    /** The number whose first digit is there. */
    public static long number(ByteBuf bytes, int from, int end) {
        long number = 0;
        for (int at = from; at < end; at++) {
            int digit = bytes.getByte(at) - '0';
            if (digit < 0 || digit >= DECIMAL) {
                break;
            }
            number = number * DECIMAL + digit;
        }
        return number;
    }

    /** The message itself. */
    public static String of(ByteBuf bytes, int from, int length) {
        return bytes.toString(from, length, StandardCharsets.UTF_8);
    }

    private static boolean isAt(ByteBuf bytes, int at, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (bytes.getByte(at + i) != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
