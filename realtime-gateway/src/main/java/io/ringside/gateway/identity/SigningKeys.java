package io.ringside.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** The P-256 key that signs tokens, and the one before it, which still verifies them while keys are rotated. */
@Singleton
final class SigningKeys {
    private static final int COORDINATE_BITS = 256;

    private final ECKey signing;
    private final List<ECKey> all;

    SigningKeys(IdentitySettings settings) {
        String pem = settings.signingKey();
        if (pem == null || pem.isBlank()) {
            pem = readOrCreate(Path.of(settings.keysFolder()));
        }
        signing = parse(pem);
        List<ECKey> keys = new ArrayList<>(List.of(signing));
        String previous = settings.previousKey();
        if (previous != null && !previous.isBlank()) {
            keys.add(parse(previous));
        }
        all = List.copyOf(keys);
    }

    ECKey signing() {
        return signing;
    }

    /** Those that verify: the one that signs, and the one before it, if there is one. */
    List<ECKey> all() {
        return all;
    }

    private static String readOrCreate(Path folder) {
        try {
            return KeyFile.in(folder).readOrCreate();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the signing key in " + folder.toAbsolutePath(), e);
        }
    }

    private static ECKey parse(String pem) {
        try {
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                            .strip());
            ECPrivateKey key =
                    (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
                throw new IllegalArgumentException("the signing key must be on the curve P-256");
            }
            ECKey unnamed = withPublicPart(key.getS());
            return new ECKey.Builder(unnamed)
                    .keyID(unnamed.computeThumbprint().toString())
                    .build();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalArgumentException("the signing key is not a PKCS#8 PEM of an EC key", e);
        }
    }

    /** A PKCS#8 file need not hold the public point; it follows from the private number. */
    private static ECKey withPublicPart(BigInteger secret) {
        ECPoint point =
                CustomNamedCurves.getByName("P-256").getG().multiply(secret).normalize();
        return new ECKey.Builder(
                        Curve.P_256,
                        ECKey.encodeCoordinate(
                                COORDINATE_BITS, point.getAffineXCoord().toBigInteger()),
                        ECKey.encodeCoordinate(
                                COORDINATE_BITS, point.getAffineYCoord().toBigInteger()))
                .d(coordinate(secret))
                .build();
    }

    private static Base64URL coordinate(BigInteger number) {
        return ECKey.encodeCoordinate(COORDINATE_BITS, number);
    }
}
