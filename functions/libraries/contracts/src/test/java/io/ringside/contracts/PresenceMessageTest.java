package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.presence.SetPresence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceMessageTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", " back at 2 ", "auf der Börse", "不在", "👩‍💻 in a call", "<b>not markup</b>"})
    void isOneLineOfAnyScript(String message) {
        assertThat(SetPresence.MESSAGE.matcher(message).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "two\nlines", "a\ttab", "bell\u0007", "\u202eturned", "\u2028", "\ud83d", "\u0085"})
    void isNotWhatWouldFoolOrDisturbItsReaders(String message) {
        assertThat(SetPresence.MESSAGE.matcher(message).matches()).isFalse();
    }

    @Test
    void hasAtMost140Characters() {
        assertThat(SetPresence.MESSAGE.matcher("\ud83d\ude00".repeat(140)).matches())
                .isTrue();
        assertThat(SetPresence.MESSAGE.matcher("a".repeat(141)).matches()).isFalse();
    }
}
