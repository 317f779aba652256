package io.ringside.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private enum Colour {
        RED,
        BLUE
    }

    private static final Pattern ANY = Pattern.compile(".*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"x\"",
                "null",
                "{",
                "{}{}",
                "{} x",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\u0001\"}",
                "{/* */}",
                "{\"a\":1e99999999999999999999999999999999}"
            })
    void refusesWhatIsNotOneStrictObject(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void countsLevels() throws Exception {
        assertThat(read("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")).isNotNull();
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void neverRepeatsWhatItWasGiven() {
        assertThatThrownBy(() -> read("{\"secret\":hunter2}")).hasMessageNotContaining("hunter2");
    }

    @Test
    void takesFieldsByTheirRules() throws Exception {
        Fields fields = Fields.of(
                "",
                StrictJson.object(
                        bytes("{\"t\":\"x\",\"n\":7,\"c\":\"RED\",\"l\":[\"a\"],\"o\":{\"i\":1},\"z\":null}")));
        assertThat(fields.text("t", ANY, "")).isEqualTo("x");
        assertThat(fields.number("n", 1, 9)).isEqualTo(7);
        assertThat(fields.constant("c", Colour.class)).isEqualTo(Colour.RED);
        assertThat(fields.texts("l", 2, ANY, "")).isEqualTo(List.of("a"));
        assertThat(fields.object("o").number("i", 1, 1)).isEqualTo(1);
        assertThat(fields.optionalText("z", ANY, "")).isNull();
        assertThat(fields.optionalObject("none")).isNull();
        fields.nothingElse();
    }

    @Test
    void namesTheFieldThatBreaksARule() throws Exception {
        assertBroken("{\"a\":1}", fields -> fields.text("a", ANY, "must be text"), "a");
        assertBroken("{}", fields -> fields.text("a", ANY, ""), "a");
        assertBroken("{\"a\":1.5}", fields -> fields.number("a", 0, 9), "a");
        assertBroken("{\"a\":99999999999999999999}", fields -> fields.number("a", 0, 9), "a");
        assertBroken("{\"a\":\"1\"}", fields -> fields.number("a", 0, 9), "a");
        assertBroken("{}", fields -> fields.number("a", 0, 9), "a");
        assertBroken("{\"a\":\"red\"}", fields -> fields.constant("a", Colour.class), "a");
        assertBroken("{}", fields -> fields.constant("a", Colour.class), "a");
        assertBroken("{\"a\":{}}", fields -> fields.texts("a", 1, ANY, ""), "a");
        assertBroken("{\"a\":[\"x\",\"y\"]}", fields -> fields.texts("a", 1, ANY, ""), "a");
        assertBroken("{\"a\":[1]}", fields -> fields.texts("a", 1, ANY, ""), "a");
        assertBroken("{\"a\":[]}", fields -> fields.object("a"), "a");
        assertBroken("{}", fields -> fields.object("a"), "a");
        assertBroken("{\"a\":{\"b\":1}}", fields -> fields.object("a").nothingElse(), "a.b");
        assertBroken("{\"" + "x".repeat(100) + "\":1}", Fields::nothingElse, "x".repeat(64));
    }

    /** Something that may find a field malformed. */
    private interface Reading {
        void read(Fields fields) throws Malformed;
    }

    private static void assertBroken(String text, Reading reading, String field) throws Malformed {
        Fields fields = Fields.of("", StrictJson.object(bytes(text)));
        assertThatThrownBy(() -> reading.read(fields))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static Object read(String text) throws Malformed {
        return StrictJson.object(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
