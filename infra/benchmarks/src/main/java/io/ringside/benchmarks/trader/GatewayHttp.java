package io.ringside.benchmarks.trader;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The gateway's HTTP side; one for all clients of a program. */
public final class GatewayHttp implements AutoCloseable {
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final int ERRORS_FROM = 400;

    private final URI gateway;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("gateway-http").daemon().factory());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WAIT)
            .executor(thread)
            .build();

    public GatewayHttp(URI gateway) {
        this.gateway = gateway;
    }

    /** The gateway said no. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedException(int status, String body) {
            super(status + " " + body);
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    public URI gateway() {
        return gateway;
    }

    /** Asks for something. */
    public CompletableFuture<JsonNode> get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    /** Sends a JSON text; an empty one for calls without a body. */
    public CompletableFuture<JsonNode> post(String path, @Nullable String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        client.shutdownNow();
        thread.shutdownNow();
    }

    static JsonNode tree(byte[] json) {
        try {
            return Objects.requireNonNull(ObjectMapper.getDefault().readValue(json, Argument.of(JsonNode.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER_WAIT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<JsonNode> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> {
                    if (answer.statusCode() >= ERRORS_FROM) {
                        throw new RefusedException(
                                answer.statusCode(),
                                new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
                    }
                    return answer.body().length == 0 ? JsonNode.nullNode() : tree(answer.body());
                });
    }
}
