package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandIdTest {
    private static final String LONGEST = "a".repeat(36);

    @ParameterizedTest
    @CsvSource({"k-1,true", "K_9,true", "'',false", "k 1,false", "k.1,false", "ä,false"})
    void isMadeOfLettersDigitsHyphensAndUnderscores(String text, boolean wellFormed) {
        assertThat(CommandId.isWellFormed(text)).isEqualTo(wellFormed);
    }

    @Test
    void hasAtMostThirtySixCharacters() {
        assertThat(List.of(CommandId.isWellFormed(LONGEST), CommandId.isWellFormed(LONGEST + 'a')))
                .containsExactly(true, false);
    }

    @Test
    void isToldAsItIsAndCutWhereItIsTooLong() {
        assertThat(List.of(CommandId.told(""), CommandId.told("k 1"), CommandId.told(LONGEST)))
                .containsExactly("", "k 1", LONGEST);
        assertThat(CommandId.told(LONGEST + "and more")).isEqualTo(LONGEST);
    }

    @Test
    void isNotCutWithinACharacter() {
        String told = CommandId.told("a".repeat(35) + "\uD83D\uDD14" + "more");
        assertThat(told).isEqualTo("a".repeat(35));
        assertThat(new String(Wire.encode(told), StandardCharsets.UTF_8)).isEqualTo('"' + told + '"');
    }
}
