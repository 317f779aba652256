package io.ringside.rfq.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.rfq.negotiation.AnswerLifecycle.Transition;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerLifecycleTest {
    private record Cell(QuoteStatus from, AnswerTrigger trigger) {}

    private static Stream<Transition> rows() {
        return AnswerLifecycle.transitions().stream();
    }

    private static Stream<Cell> gaps() {
        Set<Cell> rows = rows().map(row -> new Cell(row.from(), row.trigger())).collect(Collectors.toSet());
        return Arrays.stream(QuoteStatus.values())
                .flatMap(from -> Arrays.stream(AnswerTrigger.values()).map(trigger -> new Cell(from, trigger)))
                .filter(cell -> !rows.contains(cell));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsATransition(Transition row) {
        assertThat(AnswerLifecycle.next(row.from(), row.trigger())).isEqualTo(row.to());
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void whatIsNotInTheTableCannotHappenAndNamesBoth(Cell cell) {
        assertThatThrownBy(() -> AnswerLifecycle.next(cell.from(), cell.trigger()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an answer that is " + cell.from() + " cannot be " + cell.trigger());
    }

    @Test
    void nothingHappensToAnAnswerThatHasEnded() {
        assertThat(rows().map(Transition::from))
                .containsOnly(QuoteStatus.REQUESTED, QuoteStatus.ACTIVE, QuoteStatus.PASSED);
    }

    @Test
    void aRequestEndsOnce() {
        for (Ending ending : Ending.values()) {
            RfqStatus ended = ending.after(RfqStatus.OPEN);
            assertThat(ended).isNotEqualTo(RfqStatus.OPEN);
            assertThatThrownBy(() -> ending.after(ended)).isInstanceOf(IllegalStateException.class);
        }
    }
}
