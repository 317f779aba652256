package io.ringside.local.balancer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks every gateway again and again whether it is ready: one that drains or lost its servers says that it is not. */
final class ReadinessWatch implements AutoCloseable {
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final Backends backends;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_DEADLINE)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("balancer-readiness").factory());

    /** @param every so long a gateway that is no longer ready may still be given connections */
    ReadinessWatch(Backends backends, Duration every) {
        this.backends = backends;
        var unused =
                clock.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }

    private void look() {
        CompletableFuture.allOf(backends.ports().stream()
                        .map(port -> ask(port).thenAccept(ready -> backends.tell(port, ready)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private CompletableFuture<Boolean> ask(int port) {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/health/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(ANSWER_DEADLINE).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == OK)
                .exceptionally(failure -> false);
    }
}
