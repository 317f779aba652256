package io.ringside.gateway.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.wiring.Secrets;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Refresh tokens: random, stored as hashes, each good once, and a moment longer for whom the answer did not reach. */
@Singleton
final class RefreshTokens {
    private final RefreshTokenStore store;
    private final IdentitySettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final Secrets secrets;
    private final MeterRegistry meters;

    RefreshTokens(
            RefreshTokenStore store,
            IdentitySettings settings,
            InstantSource clock,
            Ids ids,
            Secrets secrets,
            MeterRegistry meters) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
        this.meters = meters;
    }

    /** A token that nobody has used, and its family. */
    record Fresh(String text, IdentityStore.Family family) {}

    Fresh start(Trader trader, Visitor visitor) {
        Instant now = clock.instant();
        IdentityStore.Family family = new IdentityStore.Family(ids.next(), trader.id(), now.plus(settings.refresh()));
        String text = secrets.next();
        store.startFamily(family, hash(text), visitor, now);
        return new Fresh(text, family);
    }

    /** The next token of the family. One that somebody else holds too ends the family. */
    Fresh rotate(String text, Revocations revocations) {
        String next = secrets.next();
        Optional<RefreshTokenStore.Rotation> known =
                store.rotate(hash(text), hash(next), clock.instant(), settings.refreshGrace());
        count(known.map(rotation -> rotation.fate().name()).orElse("UNKNOWN"));
        RefreshTokenStore.Rotation rotation = known.orElseThrow(RefreshTokens::signInAgain);
        return switch (rotation.fate()) {
            case USED, ANSWER_LOST -> new Fresh(next, rotation.family());
            case OVER -> throw signInAgain();
            case REUSED -> {
                revocations.revoke(rotation.family().trader(), rotation.family().id());
                throw signInAgain();
            }
        };
    }

    private static Refusal signInAgain() {
        return new Refusal(ErrorCode.UNAUTHENTICATED, "Sign in again.");
    }

    private void count(String fate) {
        meters.counter("ringside.gateway.refreshes", "fate", fate.toLowerCase(Locale.ROOT))
                .increment();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
