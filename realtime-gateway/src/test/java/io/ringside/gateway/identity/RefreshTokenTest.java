package io.ringside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.identity.RefreshToken.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final IdentityStore.Family FAMILY =
            new IdentityStore.Family(new UUID(0, 1), "alice", NOW.plusSeconds(3_600));

    @ParameterizedTest(name = "over {0}, used {1} ms ago, revoked {2}, successor unused {3}: {4}")
    @CsvSource({
        "false,      , false, false, USED",
        "true,       , false, false, OVER",
        "false,     0, false, true,  ANSWER_LOST",
        "false,  9999, false, true,  ANSWER_LOST",
        "false, -2000, false, true,  ANSWER_LOST",
        "false, 10000, false, true,  REUSED",
        "false,     0, false, false, REUSED",
        "true,      0, false, true,  REUSED",
        "false,      , true,  false, REUSED",
        "true,       , true,  false, REUSED"
    })
    void saysWhatBecomesOfIt(
            boolean over, @Nullable Long usedAgoMs, boolean revoked, boolean successorUnused, Fate fate) {
        Instant usedAt = usedAgoMs == null ? null : NOW.minusMillis(usedAgoMs);
        RefreshToken token = new RefreshToken(FAMILY, over, usedAt, revoked, successorUnused);
        assertThat(token.fate(NOW, Duration.ofSeconds(10))).isEqualTo(fate);
    }
}
