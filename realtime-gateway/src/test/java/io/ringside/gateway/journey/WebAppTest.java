package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebAppTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path dist = folder.resolve("dist");
        Files.createDirectories(dist.resolve("assets"));
        Files.writeString(dist.resolve("index.html"), "<!doctype html><title>floor</title>");
        Files.writeString(dist.resolve("assets/app-4711.js"), "export {}");
        Files.writeString(dist.resolve("favicon.svg"), "<svg/>");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(dist.resolve("link.txt"), folder.resolve("secret.txt"));
        gateway = GatewayUnderTest.start(Map.of("ringside.web.root", dist.toString()));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/orders", "/orders/4711"})
    void servesTheApplicationsPageForEveryPageOfIt(String path) {
        HttpResponse<String> answer = gateway.call("GET", path, null, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>floor</title>");
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void servesAssetsForEver() {
        HttpResponse<String> answer = gateway.call("GET", "/assets/app-4711.js", null, null);
        assertThat(answer.body()).isEqualTo("export {}");
        assertThat(header(answer, "Content-Type")).contains("javascript");
        assertThat(header(answer, "Cache-Control")).contains("immutable");
        assertThat(header(gateway.call("GET", "/favicon.svg", null, null), "Content-Type"))
                .startsWith("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/api/nothing", "/ws/x", "/health/nothing/else", "/prometheus/x"})
    void answersNotFoundAsAProblem(String path) {
        HttpResponse<String> answer = gateway.call("GET", path, gateway.token("alice"), null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"").doesNotContain("title>floor", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/assets/..%2f..%2f..%2fsecret.txt",
                "/link.txt"
            })
    void neverLeavesItsFolder(String path) {
        assertThat(gateway.call("GET", path, null, null).body()).doesNotContain("secret");
    }

    @Test
    void tellsBrowsersToLoadNothingElse() {
        for (String path : new String[] {"/", "/api/environment", "/api/nothing"}) {
            HttpResponse<String> answer = gateway.call("GET", path, null, null);
            assertThat(header(answer, "Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                            + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
        assertThat(header(gateway.call("GET", "/api/environment", null, null), "Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void tellsHowItIs() {
        assertThat(gateway.call("GET", "/health", null, null).statusCode()).isEqualTo(200);
        HttpResponse<String> ready = gateway.call("GET", "/health/readiness", gateway.token("alice"), null);
        assertThat(gateway.call("GET", "/health/readiness", null, null).body()).doesNotContain("nats://", "jdbc:");
        assertThat(ready.body()).contains("\"nats\"", "\"gateway\"", "jdbc");
        assertThat(gateway.call("GET", "/health/liveness", null, null).statusCode())
                .isEqualTo(200);
        assertThat(gateway.call("GET", "/prometheus", null, null).body())
                .contains("ringside_gateway_sockets", "ringside_gateway_delivery_lag_seconds_bucket");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
