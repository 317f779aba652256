package io.ringside.benchmarks.gateway;

import io.netty.buffer.ByteBuf;
import io.ringside.benchmarks.wire.Text;

/**
 * What is published: a quote, because the gateway publishes nothing else to a market, padded to the same bytes for
 * everybody. Instruments take turns, so that each message is a value of its own and none takes the place of another
 * before it is seconds old.
 *
 * @param bytes of each
 */
record Payload(int bytes) {
    /** What a real quote has. */
    static final int USUAL_BYTES = 200;

    private static final int INSTRUMENTS = 500;
    /** Sequences have as many digits all the time. */
    private static final long FIRST = 1_000_000_000L;

    /** With what stands before it, because envelopes have sequences of their own. */
    private static final byte[] SEQUENCE = Text.bytes("6\",\"sequence\":1");

    /** Of which instrument the message with this number is. */
    static String instrument(int number) {
        return "B" + (100 + number % INSTRUMENTS);
    }

    /** The message with this number. */
    String text(int number) {
        String head = "{\"instrument\":\"" + instrument(number)
                + "\",\"bid\":\"1.2345\",\"ask\":\"1.2346\",\"sequence\":" + (FIRST + number)
                + ",\"stale\":false"
                + ",\"sourceAt\":\"2026-01-01T00:00:00Z\",\"at\":\"2026-01-01T00:00:00Z\",\"source\":\"";
        int padding = bytes - head.length() - 2;
        if (padding < 0) {
            throw new IllegalArgumentException("a quote takes more than " + bytes + " bytes");
        }
        return head + "b".repeat(padding) + "\"}";
    }

    /** The number of a message that came, or -1 when it is none of these. */
    static int number(ByteBuf bytes, int from, int length) {
        int digits = Text.after(bytes, from, length, SEQUENCE);
        return digits < 0 ? -1 : (int) Text.number(bytes, digits, from + length);
    }
}
