package io.ringside.gateway.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.wiring.Secrets;
import io.ringside.runtime.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Refresh tokens: random, stored as hashes, each good once, and a moment longer for whom the answer did not reach. Made
 * at the start, so that what it counts is there from the start.
 */
@Context
final class RefreshTokens {
    private static final String UNKNOWN = "UNKNOWN";

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
        for (RefreshToken.Fate fate : RefreshToken.Fate.values()) {
            counter(fate.name());
        }
        counter(UNKNOWN);
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

    /**
     * The next token of the family.
     *
     * @param reused told of a token that somebody else holds too: its family has to end
     */
    Fresh rotate(String text, Consumer<IdentityStore.Family> reused) {
        String next = secrets.next();
        Optional<RefreshTokenStore.Rotation> known =
                store.rotate(hash(text), hash(next), clock.instant(), settings.refreshGrace());
        counter(known.map(rotation -> rotation.fate().name()).orElse(UNKNOWN)).increment();
        RefreshTokenStore.Rotation rotation = known.orElseThrow(RefreshTokens::signInAgain);
        return switch (rotation.fate()) {
            case USED, ANSWER_LOST -> new Fresh(next, rotation.family());
            case OVER -> throw signInAgain();
            case REUSED -> {
                reused.accept(rotation.family());
                throw signInAgain();
            }
        };
    }

    private static Refusal signInAgain() {
        return new Refusal(ErrorCode.UNAUTHENTICATED, "Sign in again.");
    }

    private Counter counter(String fate) {
        return meters.counter("ringside.gateway.refreshes", "fate", fate.toLowerCase(Locale.ROOT));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
