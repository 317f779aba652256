package io.ringside.marketdata.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.marketdata.Recording;
import io.ringside.marketdata.kraken.KrakenDecoder;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
    private static final long MINUTE_MICROS = 60_000_000;

    @Test
    void readsEveryPairAndUpdate() throws IOException {
        Capture capture = Capture.read(Recording.kraken());
        assertThat(capture.channels()).hasSize(Recording.PAIRS).containsEntry("ADA/XBT", 1360L);
        assertThat(capture.frames().stream().filter(frame -> frame.message() instanceof BookUpdate))
                .hasSize(Recording.CHECKSUMS);
    }

    @Test
    void shiftsOnlyTheTimesOfAFrame() throws IOException {
        for (CapturedFrame frame : Capture.read(Recording.kraken()).frames()) {
            if (frame.message() instanceof BookUpdate update) {
                String moved = frame.shifted(MINUTE_MICROS);
                BookUpdate there = (BookUpdate) KrakenDecoder.decode(moved);
                assertThat(new CapturedFrame(0, moved, there).shifted(-MINUTE_MICROS))
                        .isEqualTo(frame.shifted(0));
                assertThat(there.checksum()).isEqualTo(update.checksum());
                assertThat(there.asks()).hasSameSizeAs(update.asks());
                for (int i = 0; i < there.asks().size(); i++) {
                    assertThat(there.asks().get(i).price())
                            .isEqualTo(update.asks().get(i).price());
                    assertThat(there.asks().get(i).volume())
                            .isEqualTo(update.asks().get(i).volume());
                    assertThat(there.asks().get(i).atMicros())
                            .isEqualTo(update.asks().get(i).atMicros() + MINUTE_MICROS);
                }
            }
        }
    }

    @Test
    void refusesAFileWithoutABook(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("empty"), "1618678133.2949052: {\"event\":\"heartbeat\"}\n");
        assertThatThrownBy(() -> Capture.read(file)).hasMessageContaining("holds no snapshot");
        assertThatThrownBy(() -> Capture.read(folder.resolve("missing"))).isInstanceOf(IOException.class);
    }
}
