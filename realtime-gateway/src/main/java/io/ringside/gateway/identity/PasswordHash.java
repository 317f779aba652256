package io.ringside.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Verifies passwords against Argon2id hashes in the usual encoding, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
final class PasswordHash {
    /** Characters of a password; a longer one is refused before it costs anything. */
    static final int PASSWORD_CHARACTERS_MAX = 128;

    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int MEMORY_KIB_MAX = 256 * 1024;

    /** A hash that no password has: an unknown user costs the same time as a wrong password. */
    static final String OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private PasswordHash() {}

    static boolean matches(String encoded, String password) {
        Matcher parts = ENCODED.matcher(encoded);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MEMORY_KIB_MAX) {
            throw new IllegalArgumentException("not an argon2id hash that we verify");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Integer.parseInt(parts.group(1)))
                .withIterations(Integer.parseInt(parts.group(2)))
                .withParallelism(Integer.parseInt(parts.group(3)))
                .withSalt(Base64.getDecoder().decode(parts.group(4)))
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] actual = new byte[expected.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), actual);
        return MessageDigest.isEqual(expected, actual);
    }
}
