package io.ringside.gateway.fallback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What one poll is answered with.
 *
 * @param number of the last batch that had something in it
 * @param messages as they were told, separated by commas
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Batch(long number, byte[] messages, @Nullable Parting close) {
    /** Nothing has come after the batch of this number. */
    static Batch nothingAfter(long number) {
        return new Batch(number, new byte[0], null);
    }

    byte[] json() {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(utf8("{\"number\":" + number + ",\"messages\":["));
        json.writeBytes(messages);
        json.write(']');
        if (close != null) {
            json.writeBytes(utf8(",\"close\":"));
            json.writeBytes(close.json());
        }
        json.write('}');
        return json.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
