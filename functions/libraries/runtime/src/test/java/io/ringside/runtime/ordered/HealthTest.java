package io.ringside.runtime.ordered;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What an operator reads at a function's readiness address. */
@Isolated("kills the PostgreSQL of all")
class HealthTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @AfterEach
    void close() {
        Floor.shared().postgres().restart();
    }

    @Test
    void saysHowFarTheFunctionIsAndThatItsLeaseHolds() throws Exception {
        for (int i = 1; i <= 5; i++) {
            floor.send("ACC", "a" + i, "ADA-XBT", "");
        }
        try (ApplicationContext instance = floor.instance(Map.of("ringside.loop.quiet-cursor-period", "100ms"))) {
            String said = """
                    "ledger":{"phase":"RUNNING","detail":"","partitions":16,\
                    "cursors":{"COMMANDS":5},"lag":0,"leased":true}""";
            LedgerFloor.eventually("health of a running function", DEADLINE, () -> {
                HttpResponse<String> health = readiness(instance);
                return health.statusCode() == 200 && health.body().contains(said);
            });
        }
    }

    @Test
    void isNotReadyWhenItsLeaseRanOut() throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            LedgerFloor.eventually("a running function", DEADLINE, () -> readiness(instance)
                    .body()
                    .contains("\"leased\":true"));
            Floor.shared().postgres().kill();
            LedgerFloor.eventually("a lease that ran out", DEADLINE, () -> {
                HttpResponse<String> health = readiness(instance);
                return health.statusCode() == 503
                        && health.body().contains("\"ledger\":{\"phase\":")
                        && health.body().contains("\"leased\":false");
            });
        }
    }

    private static HttpResponse<String> readiness(ApplicationContext instance) {
        URI address = URI.create(instance.getBean(EmbeddedServer.class).getURL() + "/health/readiness");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
