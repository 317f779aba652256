package io.ringside.position.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Partitions;
import io.ringside.position.held.HeldPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionBookTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Set<Integer> OURS = Set.of(Partitions.of("ACC"));
    private static final ValuationSettings SETTINGS = new ValuationSettings(
            Duration.ofSeconds(5),
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            2);

    private final PositionBook book = new PositionBook(SETTINGS);

    @BeforeEach
    void own() {
        book.owns(OURS);
    }

    @Test
    void tellsAChangedPositionAtOnceAndOnce() {
        book.changed(List.of(HeldPositions.of("4", "400", 1)));
        assertThat(dueAfter(0)).containsExactly(1L);
        assertThat(dueAfter(1)).isEmpty();
        book.changed(List.of(HeldPositions.of("5", "500", 2)));
        assertThat(dueAfter(2)).containsExactly(2L);
    }

    @Test
    void tellsAQuotedPositionAtItsPace() {
        book.changed(List.of(HeldPositions.of("4", "400", 1)));
        assertThat(dueAfter(0)).hasSize(1);
        book.quoted("CA");
        assertThat(dueAfter(100)).isEmpty();
        book.quoted("CA");
        assertThat(dueAfter(230)).isEmpty();
        assertThat(dueAfter(250)).hasSize(1);
        assertThat(dueAfter(500)).isEmpty();
        book.quoted("NI");
        assertThat(dueAfter(520)).isEmpty();
        book.quoted("CA");
        assertThat(dueAfter(540)).hasSize(1);
    }

    @Test
    void looksThroughItsPositionsOnceATickHoweverOftenItIsAsked() {
        book.changed(List.of(HeldPositions.of("4", "400", 1)));
        assertThat(dueAfter(0)).hasSize(1);
        assertThat(dueAfter(240)).isEmpty();
        book.quoted("CA");
        assertThat(dueAfter(259)).isEmpty();
        book.changed(List.of(HeldPositions.of("5", "500", 2)));
        assertThat(dueAfter(259)).containsExactly(2L);
        book.quoted("CA");
        assertThat(dueAfter(509)).containsExactly(2L);
    }

    @Test
    void tellsAnOpenPositionEachSecondWhateverHappens() {
        book.changed(List.of(HeldPositions.of("4", "400", 1)));
        assertThat(dueAfter(0)).hasSize(1);
        assertThat(dueAfter(980)).isEmpty();
        assertThat(dueAfter(1_000)).hasSize(1);
        assertThat(dueAfter(2_000)).hasSize(1);
    }

    @Test
    void tellsAFlatPositionWhenItBecomesFlatAndNoMore() {
        book.changed(List.of(HeldPositions.of("0", "0", 2)));
        assertThat(dueAfter(0)).containsExactly(2L);
        book.quoted("CA");
        assertThat(dueAfter(5_000)).isEmpty();
    }

    @Test
    void keepsTheHigherVersionOfAPosition() {
        book.changed(List.of(HeldPositions.of("5", "500", 7)));
        book.restore(List.of(HeldPositions.of("4", "400", 6)));
        assertThat(dueAfter(0)).containsExactly(7L);
        book.restore(List.of(HeldPositions.of("6", "600", 8)));
        assertThat(dueAfter(1)).containsExactly(8L);
    }

    @Test
    void forgetsAndIgnoresAccountsOfOthers() {
        book.changed(List.of(HeldPositions.of("4", "400", 1)));
        book.owns(Set.of());
        assertThat(dueAfter(0)).isEmpty();
        book.restore(List.of(HeldPositions.of("4", "400", 1)));
        assertThat(dueAfter(5_000)).isEmpty();
    }

    @Test
    void asksForAReadingOfTheStoreWhenOwnershipChangesOnly() {
        long before = book.ownerships();
        book.owns(OURS);
        assertThat(book.ownerships()).isEqualTo(before);
        book.owns(Set.of());
        assertThat(book.ownerships()).isGreaterThan(before);
    }

    @Test
    void tellsNoMoreThanATickAllowsAndTheOthersNext() {
        book.owns(Set.of(Partitions.of("ACC"), Partitions.of("B"), Partitions.of("C")));
        book.changed(List.of(
                HeldPositions.of("ACC", "4", "400", 1),
                HeldPositions.of("B", "4", "400", 1),
                HeldPositions.of("C", "4", "400", 1)));
        assertThat(dueAfter(0)).hasSize(2);
        assertThat(dueAfter(1)).hasSize(1);
    }

    private List<Long> dueAfter(long milliseconds) {
        return book.takeDue(NOON.plusMillis(milliseconds)).stream()
                .map(HeldPosition::version)
                .toList();
    }
}
