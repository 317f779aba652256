package io.ringside.marketdata.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeedChoiceTest {
    @Test
    void readsTheThreeFeeds() {
        assertThat(FeedChoice.of("simulator")).isEqualTo(new FeedChoice.Simulator());
        assertThat(FeedChoice.of("kraken")).isEqualTo(new FeedChoice.Kraken());
        assertThat(FeedChoice.of("replay:a/b.50.0")).isEqualTo(new FeedChoice.Replay(Path.of("a/b.50.0")));
    }

    @Test
    void saysWhatMayBeChosen() {
        assertThatThrownBy(() -> FeedChoice.of("replay:")).hasMessageContaining("simulator, kraken or replay:FILE");
        assertThatThrownBy(() -> FeedChoice.of("reuters")).hasMessageContaining("reuters");
    }
}
