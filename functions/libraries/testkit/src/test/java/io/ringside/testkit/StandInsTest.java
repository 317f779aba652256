package io.ringside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandInsTest {
    @Test
    void timeMovesOnlyByHand() {
        HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
        assertThat(clock.instant()).isEqualTo(clock.instant());
        assertThat(clock.advance(Duration.ofSeconds(5))).isEqualTo(Instant.parse("2026-11-21T09:00:05Z"));
        clock.moveTo(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void idsCountUpAndLookLikeVersion7() {
        SequentialIds ids = new SequentialIds();
        assertThat(ids.get().version()).isEqualTo(7);
        assertThat(ids.text()).isGreaterThan("00000000-0001-7000-8000-000000000001");
    }

    @Test
    void aMissingRecordingIsSaidAloud() {
        List<String> said = new ArrayList<>();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> SharedData.require("no-such-file", said::add))
                    .hasMessageContaining("no-such-file");
        } finally {
            System.setErr(terminal);
        }
        assertThat(said).singleElement().asString().contains("RINGSIDE_DATA");
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("SKIPPED: no no-such-file in ");
        assertThat(SharedData.find("no-such-file")).isEmpty();
    }
}
