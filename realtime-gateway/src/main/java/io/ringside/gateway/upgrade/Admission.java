package io.ringside.gateway.upgrade;

import io.micronaut.http.HttpRequest;
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
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/** Who may begin a session, whatever carries it: no foreign origin, no other protocol, not too many at once. */
@Singleton
public final class Admission {
    private static final long RETRY_AFTER_MS = 1_000;

    private final Origins origins;
    private final Entrance entrance;
    private final ClientAddresses addresses;
    private final Suspicions suspicions;

    Admission(Origins origins, Entrance entrance, ClientAddresses addresses, Suspicions suspicions) {
        this.suspicions = suspicions;
        this.origins = origins;
        this.entrance = entrance;
        this.addresses = addresses;
    }

    /**
     * Refuses whoever may not begin a session.
     *
     * @param offers the header in which the client lists the protocols that it speaks
     */
    public void admit(HttpRequest<?> request, String offers) {
        checkOrigin(request);
        if (!offersOurProtocol(request, offers)) {
            entrance.refused(HandshakeRefusal.SUBPROTOCOL);
            throw new Refusal(
                    ErrorCode.MALFORMED,
                    "The protocols offered in " + offers + " must include " + Connected.VERSION + '.');
        }
        Optional<HandshakeRefusal> refusal = entrance.refuses(addresses.of(request));
        if (refusal.isPresent()) {
            entrance.refused(refusal.get());
            throw new Refusal(Fault.later(ErrorCode.UNAVAILABLE, "Too many handshakes.", RETRY_AFTER_MS));
        }
    }

    /** Refuses pages of other sites. */
    public void checkOrigin(HttpRequest<?> request) {
        if (!origins.allows(request)) {
            entrance.refused(HandshakeRefusal.ORIGIN);
            suspicions.note(Suspicion.FOREIGN_ORIGIN, addresses.of(request), null, Correlation.of(request));
            throw new Refusal(ErrorCode.FORBIDDEN, "This origin may not open a socket.");
        }
    }

    private static boolean offersOurProtocol(HttpRequest<?> request, String offers) {
        return request.getHeaders().getAll(offers).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(offer -> offer.strip().equals(Connected.VERSION));
    }
}
