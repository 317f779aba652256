package io.ringside.runtime.tenure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamStateTest {
    private static final String REMEDY =
            "; messages may be lost: rebuild the stream from the remembered events, then set the cursor";

    @ParameterizedTest(name = "{0} in {1} to {2}")
    @CsvSource({"9, 10, 20", "10, 10, 20", "20, 10, 20", "0, 0, 0", "0, 1, 0", "20, 21, 20"})
    void aCursorFromBeforeTheFirstMessageToTheLastContinues(long cursor, long first, long last) {
        StreamState stream = new StreamState("COMMANDS", "then", first, last);
        assertThatCode(() -> stream.mustContinue("ledger", "then", 3, cursor)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} in {1} to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "8  | 10 | 20 | ledger: partition 3 stands at 8 in stream COMMANDS, whose first message is 10",
                "0  | 2  | 1  | ledger: partition 3 stands at 0 in stream COMMANDS, whose first message is 2",
                "21 | 10 | 20 | ledger: partition 3 stands at 21 in stream COMMANDS, whose last message is 20",
                "1  | 0  | 0  | ledger: partition 3 stands at 1 in stream COMMANDS, whose last message is 0",
            })
    void aCursorOutsideTheStreamIsLost(long cursor, long first, long last, String message) {
        StreamState stream = new StreamState("COMMANDS", "then", first, last);
        assertThatThrownBy(() -> stream.mustContinue("ledger", "then", 3, cursor))
                .isInstanceOf(CursorLostException.class)
                .hasMessage(message + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"0", "10", "21"})
    void aCursorMadeInAnotherStreamIsLostWhereverItStands(long cursor) {
        StreamState stream = new StreamState("COMMANDS", "now", 10, 20);
        assertThatThrownBy(() -> stream.mustContinue("ledger", "then", 3, cursor))
                .isInstanceOf(CursorLostException.class)
                .hasMessage(
                        "ledger: stream COMMANDS was created now, but the cursor was made in the one of then" + REMEDY);
    }
}
