package io.ringside.presencetick.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.presence.PresenceTick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTableTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(4);

    private final LifeTable lives = new LifeTable();

    @Test
    void takesTheLatestInputOfAllGatewaysThatAUserIsConnectedTo() {
        lives.hear(whole("n1", 1, here("alice", 9_000)), NOON);
        lives.hear(whole("n2", 1, here("alice", 2_000)), NOON);

        assertThat(lives.of("alice")).isEqualTo(new Life(NOON.minusSeconds(2), null));
        assertThat(lives.takeTouched()).containsExactly("alice");
        assertThat(lives.takeTouched()).isEmpty();
    }

    @Test
    void knowsSomebodyAsLongAsOneConnectionIsLeft() {
        lives.hear(whole("n1", 1, here("alice", 9_000)), NOON);
        lives.hear(whole("n2", 1, here("alice", 2_000)), NOON);

        lives.hear(gone("n2", 2, "alice"), NOON.plusSeconds(1));
        assertThat(lives.of("alice")).isEqualTo(new Life(NOON.minusSeconds(9), null));

        lives.hear(gone("n1", 2, "alice"), NOON.plusSeconds(2));
        assertThat(lives.of("alice")).isEqualTo(new Life(NOON.minusSeconds(9), NOON.plusSeconds(2)));
    }

    @Test
    void losesAllUsersOfAGatewayThatIsNoLongerHeard() {
        lives.hear(whole("n1", 1, here("alice", 0)), NOON);
        lives.hear(whole("n2", 1, here("alice", 5_000), here("bob", 0)), NOON);
        lives.hear(renewal("n1", 2), NOON.plusSeconds(2));
        lives.takeTouched();

        lives.expire(NOON.plusMillis(3_999), LEASE);
        assertThat(lives.takeTouched()).isEmpty();

        lives.expire(NOON.plusSeconds(4), LEASE);
        assertThat(lives.takeTouched()).containsExactlyInAnyOrder("alice", "bob");
        assertThat(lives.of("alice")).isEqualTo(new Life(NOON, null));
        assertThat(lives.of("bob")).isEqualTo(new Life(NOON, NOON));
        assertThat(lives.nodes()).isEqualTo(1);
    }

    @Test
    void renewsEverybodyWithOneEmptyTick() {
        lives.hear(whole("n1", 1, here("alice", 0), here("bob", 0)), NOON);
        lives.takeTouched();

        assertThat(lives.hear(renewal("n1", 2), NOON.plusSeconds(3))).isTrue();
        lives.expire(NOON.plusSeconds(6), LEASE);

        assertThat(lives.takeTouched()).isEmpty();
        assertThat(lives.everybody()).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void wantsTheWholeWhenATickWasLostAndKeepsWhatItKnowsUntilThen() {
        lives.hear(whole("n1", 1, here("alice", 0)), NOON);

        assertThat(lives.hear(gone("n1", 3, "alice"), NOON)).isFalse();
        assertThat(lives.hear(renewal("n1", 4), NOON)).isFalse();
        assertThat(lives.of("alice").leftAt()).isNull();
        assertThat(lives.hear(whole("n1", 5, here("bob", 0)), NOON)).isTrue();
        assertThat(lives.hear(renewal("n1", 6), NOON)).isTrue();

        assertThat(lives.everybody()).containsExactly("bob");
        assertThat(lives.of("alice").leftAt()).isEqualTo(NOON);
    }

    @Test
    void wantsTheWholeOfAGatewayThatItNeverHeard() {
        assertThat(lives.hear(renewal("n1", 7), NOON)).isFalse();
        assertThat(lives.nodes()).isZero();
    }

    @Test
    void blamesNoGatewayForItsOwnDeafness() {
        lives.hear(whole("n1", 1, here("alice", 0)), NOON);

        lives.renewAll(NOON.plusSeconds(60));
        lives.expire(NOON.plusSeconds(63), LEASE);

        assertThat(lives.everybody()).containsExactly("alice");
    }

    private static PresenceTick whole(String node, long sequence, PresenceTick.Here... here) {
        return new PresenceTick(node, sequence, true, List.of(here), List.of());
    }

    private static PresenceTick gone(String node, long sequence, String user) {
        return new PresenceTick(node, sequence, false, List.of(), List.of(user));
    }

    private static PresenceTick renewal(String node, long sequence) {
        return new PresenceTick(node, sequence, false, List.of(), List.of());
    }

    private static PresenceTick.Here here(String user, long quietMs) {
        return new PresenceTick.Here(user, quietMs);
    }
}
