package io.ringside.gateway.upgrade;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.gateway.compression.Agreement;
import org.jspecify.annotations.Nullable;

/** Answers a client's offers to compress messages. */
@ServerFilter({"/ws", "/ws/echo"})
public final class CompressionFilter {
    private static final int ERRORS = 400;

    /** What is agreed on with whoever sent this handshake. */
    public static @Nullable Agreement agreement(HttpRequest<?> handshake) {
        return Agreement.of(handshake.getHeaders().getAll(Agreement.HEADER)).orElse(null);
    }

    @ResponseFilter
    void answer(HttpRequest<?> handshake, MutableHttpResponse<?> answer) {
        Agreement agreement = agreement(handshake);
        if (agreement != null && answer.code() < ERRORS) {
            answer.header(Agreement.HEADER, agreement.header());
        }
    }
}
