package io.ringside.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one kind of token is made and verified with.
 *
 * @param keyId of the key that makes them
 * @param verifiers by id of the key: also of the one before, while keys are rotated
 */
record TokenKeys(JWSAlgorithm algorithm, String keyId, JWSSigner signer, Map<String, JWSVerifier> verifiers) {
    /** Access tokens: whoever has the public key can verify them. */
    static TokenKeys signatures(SigningKeys keys) {
        return of(JWSAlgorithm.ES256, keys, ECDSASigner::new, ECDSAVerifier::new);
    }

    /** Tickets, which gateways alone verify. */
    static TokenKeys secrets(SigningKeys keys) {
        return of(JWSAlgorithm.HS256, keys, key -> TicketSecret.of(key).signer(), key -> TicketSecret.of(key)
                .verifier());
    }

    String sign(JOSEObjectType type, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(type).keyID(keyId).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }

    private static TokenKeys of(
            JWSAlgorithm algorithm, SigningKeys keys, FromKey<JWSSigner> signer, FromKey<JWSVerifier> verifier) {
        try {
            Map<String, JWSVerifier> verifiers = new TreeMap<>();
            for (ECKey key : keys.all()) {
                verifiers.put(key.getKeyID(), verifier.make(key));
            }
            return new TokenKeys(algorithm, keys.signing().getKeyID(), signer.make(keys.signing()), verifiers);
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key is of no use", e);
        }
    }

    private interface FromKey<T> {
        T make(ECKey key) throws JOSEException;
    }
}
