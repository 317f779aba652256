package io.ringside.gateway.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes and verifies our two kinds of token. They are disjoint by algorithm, type and audience: a ticket opens a socket
 * and nothing else, an access token does not open one.
 */
@Singleton
final class Tokens {
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
    private static final JOSEObjectType TICKET = new JOSEObjectType("ws-ticket+jwt");
    private static final String ACCESS_AUDIENCE = "ringside-api";
    private static final String TICKET_AUDIENCE = "ringside-socket";
    private static final String ROLE = "role";
    private static final String ACCOUNTS = "accounts";
    private static final String FAMILY = "family";
    private static final String SESSION_EXPIRES = "session_exp";

    private final IdentitySettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final TokenKeys accessKeys;
    private final TokenKeys ticketKeys;
    private final TokenVerifier accessVerifier;
    private final TokenVerifier ticketVerifier;

    Tokens(IdentitySettings settings, SigningKeys keys, InstantSource clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        accessKeys = TokenKeys.signatures(keys);
        ticketKeys = TokenKeys.secrets(keys);
        accessVerifier = verifier(accessKeys, ACCESS, ACCESS_AUDIENCE);
        ticketVerifier = verifier(ticketKeys, TICKET, TICKET_AUDIENCE);
    }

    /** A token as text, and when it ends. */
    record Issued(String text, Instant expiresAt) {}

    /**
     * A verified ticket.
     *
     * @param id consumed by its first use
     */
    record Ticket(String id, Grant grant) {}

    /** An access token for API calls. */
    Issued access(Trader trader, UUID family) {
        Instant now = now();
        Instant end = now.plus(settings.access());
        return sign(accessKeys, ACCESS, ACCESS_AUDIENCE, claims(trader, family, now), end);
    }

    /** A ticket for one socket, whose session then lasts as long as an access token would, but not past the sign-in. */
    Issued ticket(Trader trader, UUID family, Instant familyEnd) {
        Instant now = now();
        Instant session = earlier(now.plus(settings.access()), familyEnd);
        JWTClaimsSet.Builder claims = claims(trader, family, now).claim(SESSION_EXPIRES, session.getEpochSecond());
        return sign(ticketKeys, TICKET, TICKET_AUDIENCE, claims, earlier(now.plus(settings.ticket()), session));
    }

    /** What an access token grants, if it is good. */
    Optional<Grant> verifyAccess(String text) {
        return accessVerifier.verify(text).flatMap(claims -> grant(claims, claims.getExpirationTime()));
    }

    /** Whether this access token is ours, and its time has passed. */
    boolean wasAccess(String text) {
        return accessVerifier.wasGood(text);
    }

    /** Whether this ticket is ours, and its time has passed. */
    boolean wasTicket(String text) {
        return ticketVerifier.wasGood(text);
    }

    /** A good ticket; whether it was used is another question. */
    Optional<Ticket> verifyTicket(String text) {
        return ticketVerifier.verify(text).flatMap(claims -> grant(claims, sessionEnd(claims))
                .map(grant -> new Ticket(claims.getJWTID(), grant)));
    }

    private JWTClaimsSet.Builder claims(Trader trader, UUID family, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .subject(trader.id())
                .jwtID(ids.next().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .claim(ROLE, trader.role())
                .claim(ACCOUNTS, trader.accounts())
                .claim(FAMILY, family.toString());
    }

    private TokenVerifier verifier(TokenKeys keys, JOSEObjectType type, String audience) {
        return new TokenVerifier(keys.algorithm(), keys.verifiers(), type, settings.issuer(), audience, clock);
    }

    private static Issued sign(
            TokenKeys keys, JOSEObjectType type, String audience, JWTClaimsSet.Builder claims, Instant end) {
        JWTClaimsSet all =
                claims.audience(audience).expirationTime(Date.from(end)).build();
        return new Issued(keys.sign(type, all), end);
    }

    private static Optional<Grant> grant(JWTClaimsSet claims, Date end) {
        try {
            List<String> accounts = claims.getStringListClaim(ACCOUNTS);
            return Optional.of(new Grant(
                    claims.getSubject(),
                    Objects.requireNonNull(claims.getStringClaim(ROLE)),
                    Set.copyOf(accounts),
                    UUID.fromString(claims.getStringClaim(FAMILY)),
                    end.toInstant()));
        } catch (ParseException | RuntimeException e) {
            // Signed by us and yet without our claims: a token of another version of this gateway.
            return Optional.empty();
        }
    }

    private static Date sessionEnd(JWTClaimsSet claims) {
        return claims.getClaim(SESSION_EXPIRES) instanceof Number seconds
                ? Date.from(Instant.ofEpochSecond(seconds.longValue()))
                : claims.getExpirationTime();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant earlier(Instant one, Instant other) {
        Instant end = one.isBefore(other) ? one : other;
        return end.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Clocks of two machines may differ by this much. */
    static final Duration SKEW = Duration.ofSeconds(10);
}
