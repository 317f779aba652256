package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectReasonTest {
    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void everyReasonIsASentenceForAPersonAndAnAdviceForAProgram(RejectReason reason) {
        assertThat(reason.sentence()).matches("[A-Z].{10,118}\\.");
        assertThat(reason.advice()).isNotNull();
    }
}
