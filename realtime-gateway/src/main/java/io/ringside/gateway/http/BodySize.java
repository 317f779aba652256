package io.ringside.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.gateway.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Refuses large bodies of calls. The server itself takes what several messages of a session may have together. */
@ServerFilter("/api/**")
final class BodySize {
    /** Bytes of the body of a call. */
    static final int BYTES_MAX = 64 * 1024;

    @RequestFilter
    @Order(0)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (request.getContentLength() > BYTES_MAX) {
            throw new Refusal(ErrorCode.TOO_LARGE, "The body is too large.");
        }
        return null;
    }
}
