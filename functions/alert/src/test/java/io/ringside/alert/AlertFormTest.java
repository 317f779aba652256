package io.ringside.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Partitions;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.runtime.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertFormTest {
    private static final String HOW_MANY = "alertIds must name 1 to 100 alerts.";

    @Test
    void namesOneToAHundredAlerts() {
        assertThat(fault(alerts(0))).contains(HOW_MANY);
        assertThat(fault(alerts(1))).isEmpty();
        assertThat(fault(alerts(100))).isEmpty();
        assertThat(fault(alerts(101))).contains(HOW_MANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "*", ">", "ä"})
    void namesThemByIds(String illFormed) {
        assertThat(fault(List.of("a-1", illFormed))).contains("alertIds must be ids.");
    }

    @Test
    void namesNoneByMoreThanAnIdHas() {
        assertThat(fault(List.of("a".repeat(64)))).isEmpty();
        assertThat(fault(List.of("a".repeat(65)))).contains("alertIds must be ids.");
    }

    private static List<String> alerts(int count) {
        return IntStream.range(0, count).mapToObj(number -> "a-" + number).toList();
    }

    private static Optional<String> fault(List<String> alerts) {
        return AlertForm.fault(new Delivery(
                "COMMANDS",
                1,
                Instant.EPOCH,
                Subjects.alertCommand("acknowledge", "alice"),
                Partitions.of("alice"),
                "m-1",
                "alice",
                null,
                new AcknowledgeAlerts("k-1", "alice", alerts),
                new byte[] {}));
    }
}
