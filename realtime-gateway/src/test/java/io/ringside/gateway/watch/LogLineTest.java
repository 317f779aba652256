package io.ringside.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {
    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(LogLine.of("here").with("user", null).with("count", 3)).hasToString("event=here count=3");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::7, 2001:db8::7",
        "two words, \"two words\"",
        "'', \"\"",
        "'x\" user=\"eve', '\"x\\\" user=\\\"eve\"'",
        "'a\\b', '\"a\\\\b\"'",
        "'a\nevent=b', '\"a\\u000aevent=b\"'",
        "na\u00efve, \"na\\u00efve\"",
        "a=b, \"a=b\""
    })
    void letsNoValueEndTheLineOrPoseAsAnotherField(String value, String written) {
        assertThat(LogLine.of("x").with("v", value)).hasToString("event=x v=" + written);
    }

    @Test
    void cutsAValueThatIsTooLong() {
        assertThat(LogLine.of("x").with("v", "y".repeat(201))).hasToString("event=x v=" + "y".repeat(200));
    }
}
