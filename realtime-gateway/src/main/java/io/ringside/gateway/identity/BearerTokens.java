package io.ringside.gateway.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Turns a good access token in the Authorization header into the caller's identity. */
@Singleton
final class BearerTokens implements TokenValidator<HttpRequest<?>> {
    private static final String GRANT = "grant";

    private final Tokens tokens;
    private final Revocations revocations;

    BearerTokens(Tokens tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return Mono.justOrEmpty(tokens.verifyAccess(token)
                .filter(grant -> revocations.holds(grant.family()))
                .map(grant -> Authentication.build(grant.user(), List.of(grant.role()), Map.of(GRANT, grant))));
    }

    static Grant grantOf(Authentication authentication) {
        return (Grant) Objects.requireNonNull(authentication.getAttributes().get(GRANT));
    }
}
