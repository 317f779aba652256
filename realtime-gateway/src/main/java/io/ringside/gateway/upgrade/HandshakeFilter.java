package io.ringside.gateway.upgrade;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.ringside.gateway.socket.HandshakeRefusal;

/** Answers whoever comes to where sockets are opened and gets none: before all filters that have their own opinion. */
@ServerFilter(SocketDoor.PATH)
final class HandshakeFilter {
    private final Admission admission;

    HandshakeFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    @Order(0)
    void refuse(HttpRequest<?> request) {
        throw admission.refused(reason(request), request);
    }

    private static HandshakeRefusal reason(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> call
                        && call.getNativeRequest() instanceof RefusedHandshake handshake
                ? handshake.reason()
                : HandshakeRefusal.UPGRADE;
    }
}
