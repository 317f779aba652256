package io.ringside.faults.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.faults.alert.Heard.Settled;
import io.ringside.faults.alert.Heard.Shown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final List<Heard> life = new ArrayList<>();
    private final Screen screen = new Screen(life);

    @Test
    void whatComesWhileTheStateIsReadWaitsAndIsNotShownAgain() {
        screen.raised("a");
        screen.gap();
        screen.raised("b");
        screen.raised("d");
        assertThat(screen.isReading()).isTrue();
        assertThat(life).containsExactly(new Shown("a"));

        screen.state(List.of("a", "b", "c"));
        screen.raised("c");

        assertThat(screen.isReading()).isFalse();
        assertThat(life).containsExactly(new Shown("a"), new Shown("b"), new Shown("c"), new Shown("d"));
        assertThat(screen.open()).containsExactly("a", "b", "c", "d");
        assertThat(screen.shown()).isEqualTo(4);
    }

    @Test
    void aPushThatComesAgainIsShownAgainForTheJudgeToFind() {
        screen.raised("a");
        screen.raised("a");

        assertThat(life).containsExactly(new Shown("a"), new Shown("a"));
    }

    @Test
    void whatIsAcknowledgedIsNoLongerOpen() {
        screen.raised("a");
        screen.raised("b");
        screen.settled(List.of("a"));

        assertThat(life).containsExactly(new Shown("a"), new Shown("b"), new Settled(List.of("a")));
        assertThat(screen.open()).containsExactly("b");
    }
}
