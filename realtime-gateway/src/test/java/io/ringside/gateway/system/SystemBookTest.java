package io.ringside.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemNotificationEnded;
import io.ringside.contracts.system.SystemNotificationEnded.Ending;
import io.ringside.contracts.system.SystemSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SystemBookTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SystemBook.News NOTHING = new SystemBook.News(List.of(), List.of());

    private final SystemBook book = new SystemBook();

    @Test
    void tellsOnceThatOneHasBegunAndOnceThatItsTimeIsOver() {
        SystemNotification later = notification("n1", minute(5), minute(10), 1);
        book.hear(later);
        assertThat(book.news(minute(4))).isEqualTo(NOTHING);
        assertThat(book.holding(minute(4))).isEmpty();
        assertThat(book.news(minute(5))).isEqualTo(new SystemBook.News(List.of(later), List.of()));
        assertThat(book.news(minute(9))).isEqualTo(NOTHING);
        assertThat(book.holding(minute(9))).containsExactly(later);
        assertThat(book.news(minute(10)))
                .isEqualTo(new SystemBook.News(
                        List.of(), List.of(new SystemNotificationEnded("n1", Ending.OVER, minute(10)))));
        book.hear(later);
        assertThat(book.news(minute(11))).isEqualTo(NOTHING);
    }

    @Test
    void tellsThatOneIsWithdrawnAndIsNotMisledByAnEarlierWordThatComesLater() {
        SystemNotification open = notification("n1", NOON, null, 1);
        book.hear(open);
        book.news(NOON);
        book.hear(withdrawn(open));
        book.hear(open);
        assertThat(book.news(minute(1)))
                .isEqualTo(new SystemBook.News(
                        List.of(), List.of(new SystemNotificationEnded("n1", Ending.WITHDRAWN, minute(1)))));
        book.hear(open);
        assertThat(book.news(minute(2))).isEqualTo(NOTHING);
        assertThat(book.holding(minute(2))).isEmpty();
    }

    @Test
    void saysNothingOfOneThatWasWithdrawnBeforeItBegan() {
        SystemNotification later = notification("n1", minute(5), null, 1);
        book.hear(later);
        book.hear(withdrawn(later));
        assertThat(book.news(minute(6))).isEqualTo(NOTHING);
    }

    @Test
    void listsWhatHoldsTheEarliestFirst() {
        SystemNotification second = notification("n1", minute(2), null, 1);
        SystemNotification first = notification("n2", minute(1), null, 1);
        book.hear(second);
        book.hear(first);
        book.hear(notification("n3", minute(9), null, 1));
        assertThat(book.holding(minute(3))).containsExactly(first, second);
    }

    private static Instant minute(int number) {
        return NOON.plus(Duration.ofMinutes(number));
    }

    private static SystemNotification notification(String id, Instant from, @Nullable Instant until, long version) {
        return new SystemNotification(id, SystemSeverity.INFO, "A text.", from, until, null, version, NOON);
    }

    private static SystemNotification withdrawn(SystemNotification told) {
        return new SystemNotification(
                told.notificationId(),
                told.severity(),
                told.text(),
                told.from(),
                told.until(),
                NOON,
                told.version() + 1,
                NOON);
    }
}
