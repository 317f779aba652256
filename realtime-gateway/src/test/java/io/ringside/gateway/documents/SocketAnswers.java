package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Holds every message that a test gets over a socket to the description of the socket. */
public final class SocketAnswers {
    private static final Described DOCUMENT = Described.read("asyncapi.json");

    private SocketAnswers() {}

    /** Fails if the document knows no such message. */
    public static void check(String text) {
        String name = nameOf(Described.parse(text));
        assertThat(DOCUMENT.at("components", "messages", name).isMissingNode())
                .as("the document knows no '%s': %s", name, text)
                .isFalse();
        assertThat(DOCUMENT.errors(text, "components", "messages", name, "payload"))
                .as(text)
                .isEmpty();
    }

    private static String nameOf(JsonNode message) {
        if (message.has("push")) {
            return "push." + message.get("push").path("type").asText();
        }
        if (!message.has("id")) {
            return firstField(message);
        }
        return message.has("error") ? "error" : firstField(message.path("result"));
    }

    private static String firstField(JsonNode node) {
        return node.properties().stream()
                .map(field -> field.getKey())
                .findFirst()
                .orElse("message without a field");
    }
}
