package io.ringside.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceBookTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Person ALICE = person("alice", PresenceStatus.ACTIVE, 3);
    private static final Person BOB = person("bob", PresenceStatus.AWAY, 5);

    private final PresenceBook book = new PresenceBook();

    @Test
    void keepsTheNewerOfWhatIsStoredAndWhatWasTold() {
        book.restore(List.of(ALICE, BOB));
        book.takePending();
        book.hear(told("one", 1, state("alice", PresenceStatus.BUSY, 4), state("bob", PresenceStatus.ACTIVE, 4)));
        book.restore(List.of(ALICE, person("bob", PresenceStatus.OFFLINE, 6)));

        assertThat(book.takePending())
                .extracting(Person::user, Person::status, Person::version)
                .containsExactly(tuple("alice", PresenceStatus.BUSY, 4L), tuple("bob", PresenceStatus.OFFLINE, 6L));
        assertThat(book.hasPending()).isFalse();
    }

    @Test
    void noticesWhatItMissed() {
        book.restore(List.of(ALICE));
        assertThat(book.hear(told("one", 7))).as("somebody new tells").isFalse();
        assertThat(book.hear(told("one", 8))).isTrue();
        assertThat(book.hear(told("one", 10))).as("a number is missing").isFalse();
        assertThat(book.hear(told("one", 11))).isTrue();
        assertThat(book.hear(told("one", 12, state("carol", PresenceStatus.ACTIVE, 1))))
                .as("somebody new trades")
                .isFalse();
    }

    private static PresenceChanged told(String teller, long sequence, PresenceState... people) {
        return new PresenceChanged(teller, sequence, List.of(people));
    }

    private static PresenceState state(String user, PresenceStatus status, long version) {
        return new PresenceState(user, status, null, NOON, null, version);
    }

    private static Person person(String user, PresenceStatus status, long version) {
        return new Person(user, user, "firm", "Firm", status, null, NOON, null, version);
    }
}
