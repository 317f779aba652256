package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.gateway.journey.FloorPeople;
import io.ringside.gateway.journey.GatewayUnderTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document says of calls, asked of the gateway: whom it lets in, and what a query may say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {
    private static final Described DOCUMENT = Described.read("openapi.json");
    private static final List<String> SAMPLES = List.of("inbox", "a-1", "127.0.0.1", "2026-11-21T12:00:00Z");

    private GatewayUnderTest gateway;
    private String trader;
    private String operator;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        trader = gateway.token("alice");
        FloorPeople.moveIn(gateway.database(), "olivia", "ops");
        operator = gateway.token("olivia");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    static Stream<Arguments> parameters() {
        return DOCUMENT.at("paths").properties().stream().flatMap(path -> {
            List<Arguments> found = new ArrayList<>();
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    found.add(Arguments.of(path.getKey(), parameter.get("name").asText(), parameter));
                }
            }
            return found.stream();
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("parameters")
    void takesOfAParameterWhatIsDescribedAndNothingElse(String path, String name, JsonNode parameter) {
        JsonNode schema = parameter.get("schema");
        JsonNode word = schema.has("items") ? schema.get("items") : schema;
        for (String good : good(name, word)) {
            assertThat(ask(path, name, good).statusCode()).as(good).isNotEqualTo(400);
        }
        for (String bad : bad(word)) {
            HttpResponse<String> answer = ask(path, name, bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(Described.parse(answer.body()).get("field").asText()).isEqualTo(name);
        }
    }

    @Test
    void asksWhomItSaysForASignIn() {
        DOCUMENT.at("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    String call =
                            path.getKey().replace("{selector}", "liveness").replaceAll("\\{[a-z]+}", "openapi.json");
                    boolean open = operation.getValue().path("security").isArray();
                    assertThat(gateway.call(method, call, null, null).statusCode() == 401)
                            .as(method + ' ' + call)
                            .isEqualTo(!open);
                }));
    }

    private HttpResponse<String> ask(String path, String name, String value) {
        String query = path + '?' + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return gateway.call("GET", query, path.contains("/ops/") ? operator : trader, null);
    }

    /** A cursor is only good if an answer gave it. */
    private static List<String> good(String name, JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(each -> words.add(each.asText()));
            return words;
        }
        if (schema.has("minimum")) {
            return List.of(schema.get("minimum").asText(), schema.get("maximum").asText());
        }
        return SAMPLES.stream()
                .filter(sample -> !name.equals("cursor"))
                .filter(sample -> sample.matches(schema.path("pattern").asText(".*")))
                .toList();
    }

    private static List<String> bad(JsonNode schema) {
        if (schema.has("minimum")) {
            int least = schema.get("minimum").asInt();
            int most = schema.get("maximum").asInt();
            return List.of(Integer.toString(least - 1), Integer.toString(most + 1), "x");
        }
        boolean hasForm = schema.has("pattern") || schema.has("enum");
        return hasForm ? List.of("a b", "ä") : List.of();
    }
}
