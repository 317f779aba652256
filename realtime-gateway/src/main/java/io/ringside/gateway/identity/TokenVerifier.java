package io.ringside.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
     * By the texts of the headers that good tokens had: one for each key, because whoever signs with it writes the same
     * each time.
     */
    private final Map<String, Way> ways = new ConcurrentHashMap<>();

    /** How tokens with one header are verified. */
    private record Way(JWSHeader header, JWSVerifier verifier) {}

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
        int head = text.indexOf('.');
        int body = text.indexOf('.', head + 1);
        if (head < 0 || body < 0 || text.indexOf('.', body + 1) >= 0) {
            return Optional.empty();
        }
        try {
            String header = text.substring(0, head);
            Way way = way(header);
            boolean ours = way != null
                    && way.verifier()
                            .verify(
                                    way.header(),
                                    text.substring(0, body).getBytes(StandardCharsets.UTF_8),
                                    new Base64URL(text.substring(body + 1)));
            if (!ours) {
                return Optional.empty();
            }
            ways.putIfAbsent(header, way);
            byte[] json = Base64.getUrlDecoder().decode(text.substring(head + 1, body));
            JWTClaimsSet claims = JWTClaimsSet.parse(JSONObjectUtils.parse(new String(json, StandardCharsets.UTF_8)));
            return holds(claims) ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            // Whatever is wrong with a token, it is not good; what exactly is nobody's business.
            return Optional.empty();
        }
    }

    private @Nullable Way way(String head) throws ParseException {
        Way before = ways.get(head);
        if (before != null) {
            return before;
        }
        JWSHeader header = JWSHeader.parse(new Base64URL(head));
        JWSVerifier verifier = verifierOf(header);
        return verifier == null ? null : new Way(header, verifier);
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
