package io.ringside.gateway.upgrade;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.http.Correlation;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.Connected;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.socket.Entrance;
import io.ringside.gateway.socket.HandshakeRefusal;
import io.ringside.gateway.watch.Suspicion;
import io.ringside.gateway.watch.Suspicions;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses handshakes before they cost anything: foreign origins, other protocols, too many at once. */
@ServerFilter("/ws")
final class HandshakeFilter {
    static final String SUBPROTOCOL = Connected.VERSION;

    private static final String SUBPROTOCOL_HEADER = "Sec-WebSocket-Protocol";
    private static final long RETRY_AFTER_MS = 1_000;

    private final Origins origins;
    private final Entrance entrance;
    private final ClientAddresses addresses;
    private final Suspicions suspicions;

    HandshakeFilter(Origins origins, Entrance entrance, ClientAddresses addresses, Suspicions suspicions) {
        this.suspicions = suspicions;
        this.origins = origins;
        this.entrance = entrance;
        this.addresses = addresses;
    }

    @RequestFilter
    @Order(0)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (!origins.allows(request)) {
            entrance.refused(HandshakeRefusal.ORIGIN);
            suspicions.note(Suspicion.FOREIGN_ORIGIN, addresses.of(request), null, Correlation.of(request));
            throw new Refusal(ErrorCode.FORBIDDEN, "This origin may not open a socket.");
        }
        if (!offersOurProtocol(request)) {
            entrance.refused(HandshakeRefusal.SUBPROTOCOL);
            throw new Refusal(ErrorCode.MALFORMED, "The subprotocols offered must include " + SUBPROTOCOL + '.');
        }
        Optional<HandshakeRefusal> refusal = entrance.refuses(addresses.of(request));
        if (refusal.isPresent()) {
            entrance.refused(refusal.get());
            throw new Refusal(Fault.later(ErrorCode.UNAVAILABLE, "Too many handshakes.", RETRY_AFTER_MS));
        }
        return null;
    }

    private static boolean offersOurProtocol(HttpRequest<?> request) {
        return request.getHeaders().getAll(SUBPROTOCOL_HEADER).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(offer -> offer.strip().equals(SUBPROTOCOL));
    }
}
