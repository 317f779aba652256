package io.ringside.faults.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.benchmarks.trader.Inbound;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseCodesTest {
    @ParameterizedTest
    @ValueSource(ints = {1002, 1003, 1007, 1009, 4500, 4501, 4503, 4504, 4505, 4599})
    void whoeverBrokeTheProtocolOrMayNotStaysAway(int code) {
        assertThat(CloseCodes.isForGood(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1006, 1012, 1013, 4400, 4401, 4408, 4409, 4429, 4499})
    void everybodyElseComesBack(int code) {
        assertThat(CloseCodes.isForGood(code)).isFalse();
    }

    @Test
    void theWaitIsWhatTheGatewayAskedForAndUpToItsJitterMore() {
        Inbound.Goodbye goodbye = new Inbound.Goodbye(1012, "restart", true, 300L, 50L);

        assertThat(new SplittableRandom(1)
                        .ints(2_000)
                        .mapToLong(seed -> CloseCodes.waitMs(goodbye, new SplittableRandom(seed))))
                .allSatisfy(wait -> assertThat(wait).isBetween(300L, 350L))
                .contains(300L, 350L);
        assertThat(CloseCodes.waitMs(null, new SplittableRandom(1))).isZero();
    }
}
