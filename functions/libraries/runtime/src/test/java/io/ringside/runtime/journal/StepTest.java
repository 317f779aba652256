package io.ringside.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aStepFollowsFromItsMessageAlone() {
        List<String> steps = List.of(
                Step.of("ledger", "a1", GIVEN),
                Step.of("ledger", "a2", GIVEN),
                Step.of("follower", "a1", GIVEN),
                Step.of("ledger", "a1", null),
                Step.of("ledger", "a1", "nonsense\nof somebody"));
        assertThat(steps.get(0)).isEqualTo(Step.of("ledger", "a1", GIVEN));
        assertThat(steps.get(3)).isEqualTo(steps.get(4));
        assertThat(steps.subList(0, 4)).doesNotHaveDuplicates();
    }
}
