package io.ringside.presencetick.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.presencetick.choice.Choice;
import io.ringside.presencetick.life.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearanceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant EARLIER = NOON.minusSeconds(3_600);
    private static final PresenceSettings SETTINGS = new PresenceSettings(
            Duration.ofMinutes(5),
            Duration.ofSeconds(4),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(250));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            who touched something is active             | AUTO    | 0   | -   | ACTIVE
            who was quiet for less than five minutes    | AUTO    | 299 | -   | ACTIVE
            who was quiet for five minutes is away      | AUTO    | 300 | -   | AWAY
            who says active is active however quiet     | ACTIVE  | 900 | -   | ACTIVE
            who says away is away however busy          | AWAY    | 0   | -   | AWAY
            who says busy is busy                       | BUSY    | 0   | -   | BUSY
            who says busy is busy however quiet         | BUSY    | 900 | -   | BUSY
            who says offline is offline                 | OFFLINE | 0   | -   | OFFLINE
            who left a moment ago may be reloading      | AUTO    | 10  | 1   | ACTIVE
            who left longer ago is offline              | AUTO    | 10  | 2   | OFFLINE
            busy without a connection is offline        | BUSY    | 10  | 2   | OFFLINE
            nobody has seen                             | BUSY    | -   | -   | OFFLINE
            """)
    void showsWhatWasChosenToWhomeverIsThere(
            String name, PresenceChoice choice, String quietSeconds, String leftSeconds, PresenceStatus status) {
        Life life = new Life(ago(quietSeconds), ago(leftSeconds));
        PresenceState before = new PresenceState("alice", other(status), null, EARLIER, null, 7);

        PresenceState next =
                Objects.requireNonNull(appearance(choice, "brb", life).after(before));

        assertThat(next.status()).isEqualTo(status);
        assertThat(next.message()).isEqualTo("brb");
        assertThat(next.version()).isEqualTo(8);
        assertThat(next.lastSeenAt() != null).isEqualTo(status == PresenceStatus.OFFLINE);
    }

    @Test
    void saysNothingNewWhileAllStaysAsItWas() {
        Life life = new Life(NOON.minusSeconds(10), null);
        PresenceState told = new PresenceState("alice", PresenceStatus.ACTIVE, null, EARLIER, null, 7);

        assertThat(appearance(PresenceChoice.AUTO, null, life).after(told)).isSameAs(told);
        assertThat(appearance(PresenceChoice.AUTO, null, Life.NONE).after(null)).isNull();
    }

    @Test
    void countsAwayFromTheEndOfTheFiveMinutesHoweverLateItIsNoticed() {
        Life life = new Life(NOON.minusSeconds(400), null);

        assertThat(appearance(PresenceChoice.AUTO, null, life).after(null))
                .isEqualTo(new PresenceState("alice", PresenceStatus.AWAY, null, NOON.minusSeconds(100), null, 1));
    }

    @Test
    void sawSomebodyLastWhenTheLastConnectionWasThereForTheLastTime() {
        Instant left = NOON.minusSeconds(4);
        PresenceState told = new PresenceState("alice", PresenceStatus.BUSY, null, EARLIER, null, 7);

        assertThat(appearance(PresenceChoice.BUSY, null, new Life(EARLIER, left))
                        .after(told))
                .isEqualTo(new PresenceState("alice", PresenceStatus.OFFLINE, null, left, left, 8));
    }

    @Test
    void showsNothingOfTheConnectionsOfWhoeverAppearsOffline() {
        Life there = new Life(NOON, null);
        PresenceState told = appearance(PresenceChoice.OFFLINE, null, there)
                .after(new PresenceState("alice", PresenceStatus.ACTIVE, null, EARLIER, null, 7));

        assertThat(told).isEqualTo(new PresenceState("alice", PresenceStatus.OFFLINE, null, NOON, NOON, 8));
        Instant later = NOON.plusSeconds(60);
        Choice choice = new Choice("alice", PresenceChoice.OFFLINE, null, 1, NOON);
        Life gone = new Life(NOON, NOON.plusSeconds(50));
        assertThat(new Appearance(choice, gone, later, SETTINGS).after(told)).isSameAs(told);
    }

    @Test
    void keepsTheBeginningOfAStatusWhenOnlyItsMessageChanges() {
        PresenceState told = new PresenceState("alice", PresenceStatus.BUSY, "in a call", EARLIER, null, 7);

        assertThat(appearance(PresenceChoice.BUSY, "back soon", new Life(NOON, null))
                        .after(told))
                .isEqualTo(new PresenceState("alice", PresenceStatus.BUSY, "back soon", EARLIER, null, 8));
    }

    @Test
    void namesTheMomentAtWhichItChangesByItself() {
        assertThat(appearance(PresenceChoice.AUTO, null, new Life(EARLIER, null))
                        .changesAt())
                .isEmpty();
        assertThat(appearance(PresenceChoice.AUTO, null, new Life(NOON, null)).changesAt())
                .contains(NOON.plusSeconds(300));
        assertThat(appearance(PresenceChoice.BUSY, null, new Life(NOON, null)).changesAt())
                .isEmpty();
        assertThat(appearance(PresenceChoice.BUSY, null, new Life(NOON, NOON.minusSeconds(1)))
                        .changesAt())
                .contains(NOON.plusSeconds(1));
        assertThat(appearance(PresenceChoice.AUTO, null, Life.NONE).changesAt()).isEmpty();
    }

    private static Appearance appearance(PresenceChoice choice, @Nullable String message, Life life) {
        return new Appearance(new Choice("alice", choice, message, 3, EARLIER), life, NOON, SETTINGS);
    }

    private static PresenceStatus other(PresenceStatus status) {
        return status == PresenceStatus.BUSY ? PresenceStatus.AWAY : PresenceStatus.BUSY;
    }

    private static @Nullable Instant ago(String seconds) {
        return seconds.equals("-") ? null : NOON.minusSeconds(Long.parseLong(seconds));
    }
}
