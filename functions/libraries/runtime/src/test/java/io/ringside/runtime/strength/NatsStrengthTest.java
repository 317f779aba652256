package io.ringside.runtime.strength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NatsStrengthTest {
    @Test
    void aServerThatIsJustStrongEnoughHasNoWeakness() {
        assertThat(NatsStrength.weaknesses("2.12.3", 2, "always")).isEmpty();
    }

    @Test
    void eachWeaknessSaysWhatIsFoundAndWhatIsNeeded() {
        assertThat(NatsStrength.weaknesses("2.9.10", 0, "120 s"))
                .isEqualTo(List.of(
                        "version is 2.9.10, needed is 2.12.3 or newer",
                        "JetStream API level is 0, needed is 2 or higher",
                        "sync_interval is 120 s, needed is always"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.12.3, 2.12.3, 0",
        "2.12.2, 2.12.3, -1",
        "2.9.10, 2.12.3, -1",
        "2.12.10, 2.12.3, 1",
        "3.0, 2.12.3, 1",
        "2.12, 2.12.3, -1",
        "2.14.0-RC.1, 2.14.0, 0"
    })
    void versionsCompareNumberByNumber(String one, String other, int expected) {
        assertThat(NatsStrength.compare(one, other)).isEqualTo(expected);
        assertThat(NatsStrength.compare(other, one)).isEqualTo(-expected);
    }

    @Test
    void whatTheServerTellsOfItsSyncIsReadFromItsMonitoring() {
        assertThat(NatsStrength.syncInterval(config(Map.of("sync_always", true, "sync_interval", 120_000_000_000L))))
                .isEqualTo("always");
        assertThat(NatsStrength.syncInterval(config(Map.of("sync_interval", 120_000_000_000L))))
                .isEqualTo("120 s");
        assertThat(NatsStrength.syncInterval(config(Map.of()))).isEqualTo("not told");
        assertThat(NatsStrength.syncInterval(Map.of("jetstream", Map.of()))).isEqualTo("not told");
        assertThat(NatsStrength.syncInterval(Map.of())).isEqualTo("not told");
        assertThat(NatsStrength.syncInterval(null)).isEqualTo("not told");
    }

    private static Map<String, Object> config(Map<String, Object> settings) {
        return Map.of("jetstream", Map.of("config", settings));
    }
}
