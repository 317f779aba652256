package io.ringside.gateway.upgrade;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.gateway.protocol.Connected;
import org.jspecify.annotations.Nullable;

/** Refuses handshakes of sockets before they cost anything. */
@ServerFilter("/ws")
final class HandshakeFilter {
    static final String SUBPROTOCOL = Connected.VERSION;

    private static final String SUBPROTOCOL_HEADER = "Sec-WebSocket-Protocol";

    private final Admission admission;

    HandshakeFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    @Order(0)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        admission.admit(request, SUBPROTOCOL_HEADER);
        return null;
    }
}
