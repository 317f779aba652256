package io.ringside.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as somebody presents it.
 *
 * @param over whether it or its family has ended
 * @param usedAt when it was first used
 * @param revoked whether another one was given out in its place
 * @param successorUnused whether there is a successor that nobody has used
 */
record RefreshToken(
        IdentityStore.Family family, boolean over, @Nullable Instant usedAt, boolean revoked, boolean successorUnused) {
    /** What becomes of it. */
    enum Fate {
        /** It is used up for the next one. */
        USED,
        /** The answer of its use was lost: its successor, that nobody has used, is revoked for another. */
        ANSWER_LOST,
        /** Two hold tokens of one sign-in: one of them stole it. */
        REUSED,
        OVER
    }

    /** What becomes of it now. */
    Fate fate(Instant now, Duration grace) {
        if (revoked) {
            return Fate.REUSED;
        }
        if (usedAt == null) {
            return over ? Fate.OVER : Fate.USED;
        }
        boolean lost = successorUnused && !over && now.isBefore(usedAt.plus(grace));
        return lost ? Fate.ANSWER_LOST : Fate.REUSED;
    }
}
