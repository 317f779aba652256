package io.ringside.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What tickets are authenticated with. Only gateways read them, and event loops do, by the thousand after an outage: a
 * MAC costs a hundredth of a signature. The secret follows from the signing key, which every gateway has.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and printed by nobody
record TicketSecret(byte[] bytes) {
    private static final byte[] PURPOSE = "ringside ws-ticket HS256".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = 32;

    static TicketSecret of(ECKey key) {
        try {
            byte[] bytes = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key.getD().decode())
                            .thenExpand(PURPOSE, BYTES));
            return new TicketSecret(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF-SHA256", e);
        }
    }

    JWSSigner signer() throws JOSEException {
        return new MACSigner(bytes);
    }

    JWSVerifier verifier() throws JOSEException {
        return new MACVerifier(bytes);
    }

    @Override
    public String toString() {
        return "TicketSecret";
    }
}
