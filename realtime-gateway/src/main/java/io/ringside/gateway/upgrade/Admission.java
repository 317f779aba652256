package io.ringside.gateway.upgrade;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
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
import java.util.List;
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
        HttpHeaders headers = request.getHeaders();
        Knock knock = new Knock(
                addresses.of(request),
                request.getServerAddress(),
                headers.getAll(HttpHeaders.ORIGIN),
                headers.getAll(offers));
        refusal(knock).ifPresent(reason -> {
            throw refused(reason, request);
        });
    }

    /** Refuses pages of other sites. */
    public void checkOrigin(HttpRequest<?> request) {
        if (!origins.allows(request.getHeaders().getAll(HttpHeaders.ORIGIN), request.getServerAddress())) {
            throw refused(HandshakeRefusal.ORIGIN, request);
        }
    }

    /** Why whoever knocks may not begin a session, if so. */
    Optional<HandshakeRefusal> refusal(Knock knock) {
        if (!origins.allows(knock.origins(), knock.server())) {
            return Optional.of(HandshakeRefusal.ORIGIN);
        }
        return offersOurProtocol(knock.protocols())
                ? entrance.refuses(knock.address())
                : Optional.of(HandshakeRefusal.SUBPROTOCOL);
    }

    /** Counts a refusal, and says it in words. */
    RuntimeException refused(HandshakeRefusal reason, HttpRequest<?> request) {
        entrance.refused(reason);
        return switch (reason) {
            case ORIGIN -> {
                suspicions.note(Suspicion.FOREIGN_ORIGIN, addresses.of(request), null, Correlation.of(request));
                yield new Refusal(ErrorCode.FORBIDDEN, "This origin may not open a socket.");
            }
            case SUBPROTOCOL ->
                new Refusal(
                        ErrorCode.MALFORMED, "The protocols that are offered must include " + Connected.VERSION + '.');
            case UPGRADE -> new HttpStatusException(HttpStatus.UPGRADE_REQUIRED, "");
            case FORM ->
                new Refusal(
                        ErrorCode.MALFORMED,
                        "A handshake has a Sec-WebSocket-Key of 16 bytes in Base64, no body, and no request before it"
                                + " that waits for its answer.");
            case DRAINING, ADDRESS, RATE ->
                new Refusal(Fault.later(ErrorCode.UNAVAILABLE, "Too many handshakes.", RETRY_AFTER_MS));
        };
    }

    private static boolean offersOurProtocol(List<String> offers) {
        return offers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(offer -> offer.strip().equals(Connected.VERSION));
    }
}
