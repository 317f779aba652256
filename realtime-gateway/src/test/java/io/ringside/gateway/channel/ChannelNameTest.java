package io.ringside.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"inbox", "alerts", "presence", "system", "quotes.ADA-XBT", "quotes.*", "valuations.A-1"})
    void readsWhatItWrites(String wire) {
        assertThat(ChannelName.parse(wire).orElseThrow().wire()).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "inbox.alice",
                "quotes",
                "quotes.",
                "quotes.a.b",
                "quotes.>",
                "valuations.*",
                "user.bob",
                "system."
            })
    void knowsNoOthers(String wire) {
        assertThat(ChannelName.parse(wire)).isEmpty();
    }

    @Test
    void tellsOfTheFirstAndTheLastThatWantASubject() {
        List<String> changes = new ArrayList<>();
        Interest interest = new Interest(new Interest.Change() {
            @Override
            public void wanted(String subject) {
                changes.add("+" + subject);
            }

            @Override
            public void unwanted(String subject) {
                changes.add("-" + subject);
            }
        });
        interest.add("a");
        interest.add("a");
        interest.remove("a");
        assertThat(interest.has("a")).isTrue();
        assertThat(interest.all()).containsExactly("a");
        interest.remove("a");
        interest.remove("a");
        assertThat(interest.has("a")).isFalse();
        assertThat(changes).containsExactly("+a", "-a");
    }
}
