package io.ringside.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.trading.money.Quantity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitUseTest {
    /** Tenths used before, used after, the limit, and the level that is told; 0 is none. */
    @ParameterizedTest
    @CsvSource({
        "0, 74, 100, 0",
        "0, 75, 100, 75",
        "74, 75, 100, 75",
        "75, 76, 100, 0",
        "75, 89, 100, 0",
        "75, 90, 100, 90",
        "0, 90, 100, 90",
        "89, 99, 100, 90",
        "90, 100, 100, 100",
        "0, 100, 100, 100",
        "100, 100, 100, 0",
        "-80, 75, 100, 75",
        "-80, -75, 100, 0",
        "100, 75, 100, 0",
        "2, 2, 3, 0",
        "0, 2, 3, 0",
        "2, 3, 3, 100",
        "0, 3, 4, 75",
        "0, 1, 1, 100",
        "0, 0, 0, 0",
        "9, 10, 11, 90",
        "0, 9, 11, 75",
        "0, 8, 11, 0",
        "0, 6917529027641081856, 9223372036854775807, 75",
        "0, 6917529027641081855, 9223372036854775807, 0",
        "0, 9223372036854775807, 9223372036854775807, 100"
    })
    void theHighestLevelThatIsReachedAnewIsTold(long before, long after, long maximum, int level) {
        Optional<LimitReached> reached = LimitUse.lifted(tenths(before), tenths(after), tenths(maximum));

        assertThat(reached.map(LimitReached::level).orElse(0)).isEqualTo(level);
    }

    @Test
    void whatIsUsedAndTheLimitAreToldAsDecimalText() {
        assertThat(LimitUse.lifted(tenths(0), tenths(92), tenths(100)))
                .contains(new LimitReached(LimitKind.NET_POSITION, 90, "9.2", "10.0"));
    }

    private static Quantity tenths(long tenths) {
        return new Quantity(tenths, 1);
    }
}
