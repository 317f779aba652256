package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.journey.GatewayUnderTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway serves of its documents, and the rules of HTTP that they tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentPagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)");

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.json", "/api/v1/openapi.json"})
    void servesTheDocumentToEverybody(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(Described.parse(answer.body()).get("openapi").asText()).isEqualTo("3.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/docs", "/api/v1/docs"})
    void servesAPageWithAllThatItLoads(String path) {
        HttpResponse<String> page = get(path);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        List<String> links =
                LINK.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> {
            URI address = URI.create(path).resolve(link);
            assertThat(address.isAbsolute()).as("nothing from elsewhere").isFalse();
            assertThat(get(address.getPath()).statusCode()).as(link).isEqualTo(200);
        });
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void knowsTheFirstVersionOfPathsWithAndWithoutItsName() {
        assertThat(get("/api/v1/environment").body())
                .isEqualTo(get("/api/environment").body());
        assertThat(get("/api/v2/environment").statusCode()).isEqualTo(404);
        String token = gateway.token("alice");
        assertThat(gateway.call("GET", "/api/v1/orders?limit=1", token, null).body())
                .isEqualTo(
                        gateway.call("GET", "/api/orders?limit=1", token, null).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders?acount=HARBOUR-1",
                "/api/v1/activity?product=ADA-XBT&stauts=FILLED",
                "/api/v1/instruments?limit=1",
                "/api/v1/rfqs?limit=1&limit=2",
                "/api/v1/activity?from=2026-11-21T12:00:01Z&to=2026-11-21T12:00:00Z"
            })
    void refusesAQueryThatItWouldNotDoAsAsked(String path) {
        HttpResponse<String> answer = gateway.call("GET", path, gateway.token("alice"), null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Described.parse(answer.body()).get("field").asText()).isIn("acount", "stauts", "limit", "from");
    }

    @Test
    void tellsAMethodThatDoesNotFitFromAPathThatIsNotThere() {
        HttpResponse<String> answer = gateway.call("PUT", "/api/v1/orders", gateway.token("alice"), "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        assertThat(Described.parse(answer.body()).get("code").asText()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void tellsABadTokenFromNoneAndNotWhatIsWrongWithIt() {
        String path = "/api/v1/orders";
        HttpResponse<String> none = get(path);
        HttpResponse<String> bad = gateway.call("GET", path, "not.a.token", null);
        String forged = gateway.token("alice").replaceFirst(".{8}$", "AAAAAAAA");
        assertThat(List.of(none.statusCode(), bad.statusCode())).containsOnly(401);
        assertThat(detail(none)).isEqualTo("Sign in first.");
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(bad.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(detail(bad)).isNotEqualTo(detail(none)).isEqualTo(detail(gateway.call("GET", path, forged, null)));
    }

    private HttpResponse<String> get(String path) {
        return gateway.call("GET", path, null, null);
    }

    private static String detail(HttpResponse<String> answer) {
        return Described.parse(answer.body()).get("detail").asText();
    }
}
