package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    @Test
    void aStepKeepsTheTraceAndTheFlags() {
        TraceParent given = TraceParent.parse(GIVEN).orElseThrow();
        assertThat(given.text()).isEqualTo(GIVEN);
        assertThat(given.next(0xabcL).text()).isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000abc-00");
    }

    @Test
    void aTraceBeginsSampledAndNeverWithNought() {
        assertThat(TraceParent.begin(1, -1, 2).text())
                .isEqualTo("00-0000000000000001ffffffffffffffff-0000000000000002-01");
        assertThat(TraceParent.parse(TraceParent.begin(0, 0, 0).text())).isPresent();
    }

    @Test
    void aLaterVersionMaySayMore() {
        assertThat(TraceParent.parse("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"))
                .contains(new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nNats-Msg-Id: x",
            })
    void whatIsNoneIsAbsent(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }
}
