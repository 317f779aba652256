package io.ringside.gateway.fallback;

import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The messages of one request, a line each. */
final class Lines {
    /** Messages of one request. */
    static final int MESSAGES_MAX = 64;

    private Lines() {}

    /**
     * The messages in their order. What is empty is none.
     *
     * @throws Refusal if they are too many
     */
    static List<byte[]> of(byte[] body) {
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
        if (messages.size() > MESSAGES_MAX) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most " + MESSAGES_MAX + " messages, a line each.");
        }
        return messages;
    }
}
