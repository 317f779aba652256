package io.ringside.gateway.fallback;

import io.ringside.gateway.frame.MessageLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The messages of one request, a line each. */
final class Lines {
    /** Messages of one request. */
    static final int MESSAGES_MAX = 64;
    /** Bytes of one request. */
    static final int BYTES_MAX = 2 * MessageLimits.PROTOCOL.bytesMax();

    private Lines() {}

    /** The messages in their order, unless they are too many. What is empty is none. */
    static Optional<List<byte[]>> of(byte[] body) {
        List<byte[]> messages = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                if (i > start) {
                    messages.add(Arrays.copyOfRange(body, start, i));
                }
                start = i + 1;
            }
        }
        return messages.size() > MESSAGES_MAX ? Optional.empty() : Optional.of(messages);
    }
}
