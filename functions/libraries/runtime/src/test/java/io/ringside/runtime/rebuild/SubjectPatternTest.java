package io.ringside.runtime.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectPatternTest {
    @ParameterizedTest
    @CsvSource({
        "evt.>, evt.order.accepted.3.ACC.x, true",
        "evt.>, evt, false",
        "evt.>, cmd.evt.x, false",
        "user.*, user.alice, true",
        "user.*, user.alice.phone, false",
        "a+b.c, a+b.c, true",
        "a+b.c, aab.c, false",
    })
    void fitsWhatTheServerWouldPutIntoTheStream(String filter, String subject, boolean fits) {
        assertThat(subject.matches(SubjectPattern.of(List.of("other.x", filter))))
                .isEqualTo(fits);
    }
}
