package io.ringside.gateway.identity;

import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.watch.Suspicion;
import io.ringside.gateway.watch.Suspicions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Sign-in, its renewal and its end. */
@Singleton
final class SignIn {
    /** Passwords that are verified at the same time: each takes 19 MiB and a core. */
    private static final int VERIFICATIONS_MAX = 4;

    private final IdentityStore store;
    private final Tokens tokens;
    private final Revocations revocations;
    private final LoginThrottle throttle;
    private final RefreshTokens refreshTokens;
    private final Suspicions suspicions;
    private final Semaphore verifications = new Semaphore(VERIFICATIONS_MAX);

    SignIn(
            IdentityStore store,
            Tokens tokens,
            Revocations revocations,
            LoginThrottle throttle,
            RefreshTokens refreshTokens,
            Suspicions suspicions) {
        this.store = store;
        this.tokens = tokens;
        this.revocations = revocations;
        this.throttle = throttle;
        this.refreshTokens = refreshTokens;
        this.suspicions = suspicions;
    }

    /** New and renewed sign-ins: what the client gets. */
    record Session(Tokens.Issued access, String refreshToken, Instant refreshExpiresAt, Trader trader) {}

    Session signIn(String user, String password, Visitor visitor) {
        String address = visitor.addressText();
        throttle.waitMs(user, address).ifPresent(wait -> {
            // Not the name: some type a password there.
            suspicions.note(Suspicion.GUESSED_PASSWORD, visitor.address(), null, visitor.correlation());
            throw new Refusal(Fault.later(ErrorCode.RATE_LIMITED, "Too many failed sign-ins.", wait));
        });
        IdentityStore.Credentials credentials = store.credentials(user).orElse(null);
        String hash = credentials == null ? PasswordHash.OF_NOBODY : credentials.passwordHash();
        if (!verify(hash, password) || credentials == null) {
            throttle.failed(user, address);
            throw new Refusal(ErrorCode.UNAUTHENTICATED, "User or password is wrong.");
        }
        throttle.succeeded(user, address);
        RefreshTokens.Fresh fresh = refreshTokens.start(credentials.trader(), visitor);
        return session(credentials.trader(), fresh);
    }

    Session refresh(String refreshToken, Visitor visitor, Instant now) {
        RefreshTokens.Fresh next = refreshTokens.rotate(refreshToken, family -> {
            revocations.revoke(family.trader(), family.id());
            suspicions.note(Suspicion.REUSED_REFRESH_TOKEN, visitor.address(), family.trader(), visitor.correlation());
        });
        Trader trader = store.credentials(next.family().trader())
                .map(IdentityStore.Credentials::trader)
                .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHENTICATED, "Sign in again."));
        store.used(next.family().id(), visitor, now);
        return session(trader, next);
    }

    Tokens.Issued ticket(Grant grant, Visitor visitor, Instant now) {
        IdentityStore.Family family = store.family(grant.family(), now)
                .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHENTICATED, "Sign in again."));
        Trader trader = store.credentials(grant.user())
                .map(IdentityStore.Credentials::trader)
                .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHENTICATED, "Sign in again."));
        store.used(family.id(), visitor, now);
        return tokens.ticket(trader, family.id(), family.expiresAt());
    }

    void signOut(Grant grant) {
        revocations.revoke(grant.user(), grant.family());
    }

    private Session session(Trader trader, RefreshTokens.Fresh fresh) {
        return new Session(
                tokens.access(trader, fresh.family().id()),
                fresh.text(),
                fresh.family().expiresAt(),
                trader);
    }

    private boolean verify(String hash, String password) {
        verifications.acquireUninterruptibly();
        try {
            return PasswordHash.matches(hash, password);
        } finally {
            verifications.release();
        }
    }
}
