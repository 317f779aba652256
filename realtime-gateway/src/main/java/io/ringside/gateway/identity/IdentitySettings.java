package io.ringside.gateway.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions last, and where the keys are.
 *
 * @param issuer of our tokens
 * @param access lifetime of an access token, and of a socket's session after each ticket
 * @param ticket lifetime of a socket ticket
 * @param refresh lifetime of a sign-in
 * @param refreshGrace how long a used refresh token is good once more, if nobody has used its successor: its answer was
 *     lost
 * @param signingKey PEM of a P-256 private key; when absent a key is kept in {@code keysFolder}
 * @param previousKey PEM of the signing key before, still good for verification
 * @param keysFolder where the key is kept when none is given
 */
@ConfigurationProperties("ringside.identity")
public record IdentitySettings(
        @Bindable(defaultValue = "ringside") String issuer,
        @Bindable(defaultValue = "5m") Duration access,
        @Bindable(defaultValue = "30s") Duration ticket,
        @Bindable(defaultValue = "12h") Duration refresh,
        @Bindable(defaultValue = "10s") Duration refreshGrace,
        @Nullable String signingKey,
        @Nullable String previousKey,
        @Bindable(defaultValue = ".ringside/keys") String keysFolder) {}
