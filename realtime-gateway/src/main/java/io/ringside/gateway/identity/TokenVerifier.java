package io.ringside.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one kind of token. Algorithm and key follow from our own key set, never from what the token suggests; a
 * header that carries or points to a key, or demands an extension, is refused.
 */
final class TokenVerifier {
    private static final int TOKEN_CHARACTERS_MAX = 4_096;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

    private final JWSAlgorithm algorithm;
    private final Map<String, JWSVerifier> verifiers;
    private final JOSEObjectType type;
    private final String issuer;
    private final String audience;
    private final InstantSource clock;

    /**
     * Of one kind.
     *
     * @param verifiers by id of the key
     */
    TokenVerifier(
            JWSAlgorithm algorithm,
            Map<String, JWSVerifier> verifiers,
            JOSEObjectType type,
            String issuer,
            String audience,
            InstantSource clock) {
        this.algorithm = algorithm;
        this.verifiers = verifiers;
        this.type = type;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    Optional<JWTClaimsSet> verify(String text) {
        return read(text).filter(claims -> !isOver(claims));
    }

    /** Whether it would be good, had its time not passed. */
    boolean wasGood(String text) {
        return read(text).filter(this::isOver).isPresent();
    }

    private Optional<JWTClaimsSet> read(String text) {
        if (text.length() > TOKEN_CHARACTERS_MAX) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSVerifier verifier = verifierOf(token.getHeader());
            if (verifier == null || !token.verify(verifier)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return holds(claims) ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            // Whatever is wrong with a token, it is not good; what exactly is nobody's business.
            return Optional.empty();
        }
    }

    private @Nullable JWSVerifier verifierOf(JWSHeader header) {
        boolean ours = algorithm.equals(header.getAlgorithm())
                && type.equals(header.getType())
                && HEADERS.containsAll(header.toJSONObject().keySet())
                && header.getKeyID() != null;
        return ours ? verifiers.get(header.getKeyID()) : null;
    }

    private boolean isOver(JWTClaimsSet claims) {
        return !clock.instant().isBefore(claims.getExpirationTime().toInstant());
    }

    private boolean holds(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date end = claims.getExpirationTime();
        Date start = claims.getNotBeforeTime();
        return issuer.equals(claims.getIssuer())
                && List.of(audience).equals(claims.getAudience())
                && claims.getSubject() != null
                && claims.getJWTID() != null
                && claims.getIssueTime() != null
                && end != null
                && start != null
                && !now.plus(Tokens.SKEW).isBefore(start.toInstant());
    }
}
