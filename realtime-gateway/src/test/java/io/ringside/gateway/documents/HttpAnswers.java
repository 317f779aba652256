package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds every answer that a test gets to the description of the HTTP: its status, its type, its headers and each field
 * of its body.
 */
public final class HttpAnswers {
    private static final Described DOCUMENT = Described.read("openapi.json");
    private static final Pattern UNVERSIONED = Pattern.compile("^/api/(?!v[0-9]+(/|$))");
    private static final String PROBLEM = "application/problem+json";
    private static final Map<Integer, String> ANYWHERE = Map.of(404, "NOT_FOUND", 405, "METHOD_NOT_ALLOWED");
    private static final Pattern OURS = Pattern.compile("^/(api|live|health|prometheus)(/|$)");
    private static final long MS_PER_SECOND = 1_000;

    private HttpAnswers() {}

    /** Sends it, and holds the answer to the document. */
    public static HttpResponse<String> to(HttpRequest request, HttpClient http) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            check(request, answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fails if the document does not say that such a call may be answered like this. */
    public static void check(HttpRequest request, HttpResponse<String> answer) {
        String path = UNVERSIONED.matcher(request.uri().getPath()).replaceFirst("/api/v1/");
        String method = request.method().toLowerCase(Locale.ROOT);
        String call = request.method() + ' ' + path + " answered " + answer.statusCode();
        Optional<String> template = templateOf(path);
        boolean routed = template.isPresent()
                && !DOCUMENT.at("paths", template.get(), method).isMissingNode();
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        if (routed) {
            checkRouted(call, new String[] {"paths", template.get(), method, "responses"}, type, answer);
        } else if (OURS.matcher(path).find() || type.equals(PROBLEM)) {
            assertThat(ANYWHERE).as(call).containsKey(answer.statusCode());
            String code = ANYWHERE.get(answer.statusCode());
            checkBody(call, new String[] {"components", "responses", code}, type, answer);
        }
        checkHeaders(call, type, answer);
    }

    private static void checkRouted(String call, String[] responses, String type, HttpResponse<String> answer) {
        String status = Integer.toString(answer.statusCode());
        JsonNode response = DOCUMENT.at(responses).path(status);
        assertThat(response.isMissingNode())
                .as("%s, which the document does not know: %s", call, answer.body())
                .isFalse();
        String[] at = response.has("$ref")
                ? response.get("$ref").asText().substring(2).split("/")
                : Described.below(responses, status);
        checkBody(call, at, type, answer);
    }

    private static void checkBody(String call, String[] response, String type, HttpResponse<String> answer) {
        JsonNode content = DOCUMENT.at(response).path("content");
        if (answer.body().isEmpty()) {
            assertThat(content.isEmpty() || answer.request().method().equals("HEAD"))
                    .as(call)
                    .isTrue();
            return;
        }
        String known = content.has(type) ? type : "*/*";
        assertThat(content.has(known)).as("%s as '%s'", call, type).isTrue();
        if (content.get(known).has("schema")) {
            String[] schema = Described.below(response, "content", known, "schema");
            assertThat(DOCUMENT.errors(answer.body(), schema))
                    .as("%s: %s", call, answer.body())
                    .isEmpty();
        }
    }

    private static void checkHeaders(String call, String type, HttpResponse<String> answer) {
        String correlation = answer.headers().firstValue("X-Correlation-Id").orElse("");
        assertThat(correlation).as(call).isNotEmpty();
        if (type.equals(PROBLEM) && !answer.body().isEmpty()) {
            JsonNode problem = Described.parse(answer.body());
            assertThat(problem.get("correlationId").asText()).as(call).isEqualTo(correlation);
            long milliseconds = problem.path("retryAfterMs").asLong(-1);
            String seconds =
                    milliseconds < 0 ? "" : Long.toString(Math.max(1, Math.ceilDiv(milliseconds, MS_PER_SECOND)));
            assertThat(answer.headers().firstValue("Retry-After").orElse(""))
                    .as(call)
                    .isEqualTo(seconds);
        }
    }

    private static Optional<String> templateOf(String path) {
        if (DOCUMENT.at("paths").has(path)) {
            return Optional.of(path);
        }
        for (Map.Entry<String, JsonNode> entry : DOCUMENT.at("paths").properties()) {
            if (path.matches(entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+"))) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }
}
