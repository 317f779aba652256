package io.ringside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose tokens are taken while keys change, and where keys are kept. */
class SigningKeysTest {
    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private SigningKeys keys;
    private Tokens tokens;

    @BeforeEach
    void make(@TempDir Path folder) {
        keys = new SigningKeys(TokensTest.settings(folder, null, null));
        tokens = TokensTest.tokens(folder, keys, clock);
    }

    @Test
    void takesATicketOfTheKeyBefore(@TempDir Path folder) {
        String ticket = tokens.ticket(
                        TokensTest.ALICE, TokensTest.FAMILY, clock.instant().plus(Duration.ofHours(1)))
                .text();
        SigningKeys rotated = new SigningKeys(TokensTest.settings(folder, null, pem(keys.signing())));
        assertThat(TokensTest.tokens(folder, rotated, clock).verifyTicket(ticket))
                .isPresent();
        SigningKeys forgotten = new SigningKeys(TokensTest.settings(folder, null, null));
        assertThat(TokensTest.tokens(folder, forgotten, clock).verifyTicket(ticket))
                .isEmpty();
    }

    @Test
    void keepsItsKeyBetweenStartsReadableByTheOwnerOnly(@TempDir Path folder) throws IOException {
        SigningKeys first = new SigningKeys(TokensTest.settings(folder, null, null));
        SigningKeys second = new SigningKeys(TokensTest.settings(folder, null, null));
        assertThat(second.signing()).isEqualTo(first.signing());
        Path file = folder.resolve("gateway-es256.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void verifiesTokensOfTheKeyBefore(@TempDir Path folder) throws IOException {
        String token = tokens.access(TokensTest.ALICE, TokensTest.FAMILY).text();
        String old = pem(keys.signing());
        SigningKeys rotated = new SigningKeys(TokensTest.settings(folder, null, old));
        assertThat(TokensTest.tokens(folder, rotated, clock).verifyAccess(token))
                .isPresent();
        SigningKeys forgotten = new SigningKeys(TokensTest.settings(folder, null, null));
        assertThat(TokensTest.tokens(folder, forgotten, clock).verifyAccess(token))
                .isEmpty();
        SigningKeys given = new SigningKeys(TokensTest.settings(folder, old, null));
        assertThat(given.signing().getKeyID()).isEqualTo(keys.signing().getKeyID());
    }

    @Test
    void refusesAKeyThatIsNone(@TempDir Path folder) {
        assertThatThrownBy(() -> new SigningKeys(TokensTest.settings(folder, "no key", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String pem(ECKey key) {
        try {
            return Base64.getMimeEncoder().encodeToString(key.toECPrivateKey().getEncoded());
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
