package io.ringside.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseCodeTest {
    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void saysByItsNumberWhetherToComeBack(CloseCode code) {
        if (code.code() >= 4400) {
            assertThat(code.reconnect()).isEqualTo(code.code() < 4500);
        }
        assertThat(CloseCode.of(code.code())).isEqualTo(code);
        assertThat(code.reason()).hasSizeLessThan(60);
    }
}
