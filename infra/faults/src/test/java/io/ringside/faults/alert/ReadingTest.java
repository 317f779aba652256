package io.ringside.faults.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Reading reading = new Reading("ann", true, new SplittableRandom(1));
    private final List<String> open =
            IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

    @Test
    void oneCommandIsUnderWayUntilItsOutcomeIsTold() {
        Reading.Command first = Objects.requireNonNull(reading.next(open));
        reading.outcome("of somebody else");

        assertThat(first.alertIds()).hasSize(100);
        assertThat(reading.next(open)).isEqualTo(first);
        reading.outcome(first.id());
        assertThat(Objects.requireNonNull(reading.next(open)).id()).isNotEqualTo(first.id());
    }

    @Test
    void whatIsForgottenIsReadAgainByAnotherCommand() {
        Reading.Command first = Objects.requireNonNull(reading.next(open));
        reading.forget();
        Reading.Command again = Objects.requireNonNull(reading.next(open));

        assertThat(again.alertIds()).isEqualTo(first.alertIds());
        assertThat(again.id()).isNotEqualTo(first.id());
    }

    @Test
    void whoLeavesNoneIsDoneWhenAllAreAcknowledged() {
        Reading thorough = new Reading("bob", false, new SplittableRandom(1));
        List<String> few = open.subList(0, 100);
        Reading.Command command = Objects.requireNonNull(thorough.next(few));
        assertThat(command.alertIds()).isEqualTo(few);
        thorough.outcome(command.id());
        assertThat(thorough.isDone(List.of())).isTrue();
    }

    @Test
    void aboutOneInTenIsLeftForGoodAndItIsDoneWithoutThem() {
        List<String> left = open;
        while (!reading.isDone(left)) {
            Reading.Command command = Objects.requireNonNull(reading.next(left));
            left = left.stream().filter(id -> !command.alertIds().contains(id)).toList();
            reading.outcome(command.id());
        }

        assertThat(left).hasSizeBetween(50, 150);
        assertThat(reading.next(left)).isNull();
    }
}
