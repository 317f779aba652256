package io.ringside.gateway.protocol;

import io.ringside.gateway.frame.Frame;
import java.nio.charset.StandardCharsets;

/** Puts pushes together around bodies that are passed on as they came, byte for byte. */
public final class Pushes {
    private static final byte[] END = {'}', '}'};

    private Pushes() {}

    /** A push of a conflated channel. */
    public static Frame conflated(String channel, String type, byte[] body, long publishedAtNanos) {
        return frame(
                "{\"push\":{\"channel\":\"" + channel + "\",\"type\":\"" + type + "\",\"data\":",
                body,
                publishedAtNanos);
    }

    /** A push of a replayable channel. */
    public static Frame replayable(
            String channel, String type, long sequence, long previous, byte[] body, long publishedAtNanos) {
        return frame(
                "{\"push\":{\"channel\":\"" + channel + "\",\"type\":\"" + type + "\",\"sequence\":" + sequence
                        + ",\"previous\":" + previous + ",\"data\":",
                body,
                publishedAtNanos);
    }

    private static Frame frame(String head, byte[] body, long publishedAtNanos) {
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] json = new byte[start.length + body.length + END.length];
        System.arraycopy(start, 0, json, 0, start.length);
        System.arraycopy(body, 0, json, start.length, body.length);
        System.arraycopy(END, 0, json, start.length + body.length, END.length);
        return Frame.text(json, publishedAtNanos);
    }
}
