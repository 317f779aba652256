package io.ringside.gateway.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.http.Correlation;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.watch.Suspicion;
import io.ringside.gateway.watch.Suspicions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Turns a good access token in the Authorization header into the caller's identity. */
@Singleton
final class BearerTokens implements TokenValidator<HttpRequest<?>> {
    private static final String GRANT = "grant";
    private static final long RETRY_AFTER_MS = 1_000;

    private final Tokens tokens;
    private final Revocations revocations;
    private final ClientAddresses addresses;
    private final Suspicions suspicions;

    BearerTokens(Tokens tokens, Revocations revocations, ClientAddresses addresses, Suspicions suspicions) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.addresses = addresses;
        this.suspicions = suspicions;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        Optional<Grant> granted = tokens.verifyAccess(token);
        if (granted.isEmpty() && request != null && !tokens.wasAccess(token)) {
            suspicions.note(Suspicion.BAD_TOKEN, addresses.of(request), null, Correlation.of(request));
        }
        if (granted.isPresent() && !revocations.known()) {
            // Not "sign in again": whoever waits is let in.
            return Mono.error(new Refusal(
                    Fault.later(ErrorCode.UNAVAILABLE, "It is not known who was signed out.", RETRY_AFTER_MS)));
        }
        return Mono.justOrEmpty(granted.filter(grant -> revocations.holds(grant.family()))
                .map(grant -> Authentication.build(grant.user(), List.of(grant.role()), Map.of(GRANT, grant))));
    }

    static Grant grantOf(Authentication authentication) {
        return (Grant) Objects.requireNonNull(authentication.getAttributes().get(GRANT));
    }
}
