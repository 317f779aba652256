package io.ringside.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.presence.PresenceTick;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private final HandMovedClock clock = HandMovedClock.at("2026-11-22T12:00:00Z");
    private final Attendance attendance = new Attendance(clock);

    @Test
    void tellsEachChangeOnce() {
        attendance.arrived("alice", "socket 1");
        assertThat(attendance.news(false)).isEqualTo(here(false, "alice", 0));

        assertThat(attendance.hasNews()).isFalse();
        assertThat(attendance.news(false).isNothing()).isTrue();

        attendance.left("alice", "socket 1");
        assertThat(attendance.news(false)).isEqualTo(new Attendance.News(false, List.of(), List.of("alice")));
        assertThat(attendance.hasNews()).isFalse();
    }

    @Test
    void tellsTheLatestInputOfAllSocketsOfAUser() {
        attendance.arrived("alice", "socket 1");
        attendance.arrived("alice", "socket 2");
        attendance.quietFor("alice", "socket 1", Duration.ofMinutes(10));
        clock.advance(Duration.ofSeconds(3));
        assertThat(attendance.news(false)).isEqualTo(here(false, "alice", 3_000));

        attendance.quietFor("alice", "socket 2", Duration.ofMinutes(9));
        assertThat(attendance.news(false)).isEqualTo(here(false, "alice", 540_000));
    }

    @Test
    void tellsNobodyGoneWhoHasASocketLeftOrWasNeverTold() {
        attendance.arrived("alice", "socket 1");
        attendance.arrived("alice", "socket 2");
        attendance.arrived("bob", "socket 3");
        attendance.left("bob", "socket 3");
        attendance.left("alice", "socket 1");
        attendance.left("alice", "socket 1");

        assertThat(attendance.news(false)).isEqualTo(here(false, "alice", 0));
    }

    @Test
    void believesNothingOfASocketThatIsGone() {
        attendance.quietFor("alice", "socket 1", Duration.ZERO);
        attendance.left("alice", "socket 1");

        assertThat(attendance.hasNews()).isFalse();
    }

    @Test
    void tellsTheWholeAnewInAsManyPartsAsItNeeds() {
        IntStream.range(0, 1_000).forEach(i -> attendance.arrived("trader-" + i, i));
        assertThat(attendance.news(false).here()).hasSize(PresenceTick.USERS_MAX);
        attendance.left("trader-0", 0);

        attendance.forgetWhatWasTold();

        Attendance.News first = attendance.news(true);
        assertThat(first.whole()).isTrue();
        assertThat(first.here()).hasSize(PresenceTick.USERS_MAX);
        assertThat(attendance.news(false).here()).hasSize(PresenceTick.USERS_MAX);
        assertThat(attendance.news(false).here()).hasSize(199);
        assertThat(attendance.hasNews()).isFalse();
    }

    private static Attendance.News here(boolean whole, String user, long quietMs) {
        return new Attendance.News(whole, List.of(new PresenceTick.Here(user, quietMs)), List.of());
    }
}
