package io.ringside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.gateway.journey.FloorPeople;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    @Test
    void matchesThePasswordAndNoOther() {
        String hash = FloorPeople.hash("secret", 19_456, 2);
        assertThat(PasswordHash.matches(hash, "secret")).isTrue();
        assertThat(PasswordHash.matches(hash, "Secret")).isFalse();
        assertThat(PasswordHash.matches(PasswordHash.OF_NOBODY, "secret")).isFalse();
    }

    /** From the reference implementation's own tests: password "password", salt "somesalt". */
    @Test
    void agreesWithTheReferenceImplementation() {
        String hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(PasswordHash.matches(hash, "password")).isTrue();
    }

    @Test
    void refusesHashesOfOtherKindsAndUnboundedCost() {
        for (String hash : new String[] {
            "",
            "plain",
            "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA",
            "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$AAAA"
        }) {
            assertThatThrownBy(() -> PasswordHash.matches(hash, "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
