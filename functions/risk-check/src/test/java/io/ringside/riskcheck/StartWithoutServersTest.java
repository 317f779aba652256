package io.ringside.riskcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.ringside.provision.servers.FreePort;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A function that is started before its servers waits for them, and says that it is not ready. */
class StartWithoutServersTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Duration WATCHED = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final NatsServer nats = Floor.shared().freshNats();
    private final Database database = Floor.shared().freshDatabase();
    private final int port = FreePort.find();

    @AfterEach
    void close() {
        Floor.shared().postgres().restart();
        nats.close();
    }

    @Test
    void itWaitsWithoutBeingReadyAndRunsWhenBothAreThere() throws Exception {
        nats.kill();
        Floor.shared().postgres().kill();
        CompletableFuture<ApplicationContext> starting =
                CompletableFuture.supplyAsync(this::start, Thread::startVirtualThread);
        mustWait(starting);
        Floor.shared().postgres().restart();
        mustWait(starting);
        nats.restart();
        try (ApplicationContext started = starting.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            awaitReady();
            assertThat(started.isRunning()).isTrue();
        }
    }

    private void mustWait(CompletableFuture<ApplicationContext> starting) throws InterruptedException {
        long end = System.nanoTime() + WATCHED.toNanos();
        while (System.nanoTime() < end) {
            assertThat(isReady()).isFalse();
            assertThat(starting).isNotDone();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private ApplicationContext start() {
        return FunctionApplication.run(
                "risk-check",
                RiskCheck.class,
                Map.of(
                        "MICRONAUT_SERVER_PORT", Integer.toString(port),
                        "NATS_URL", nats.url(),
                        "NATS_MONITORING_URL", nats.monitoringUrl(),
                        "JDBC_URL", database.jdbcUrl(),
                        "JDBC_USER", database.user(),
                        "JDBC_PASSWORD", database.password()));
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!isReady()) {
            assertThat(System.nanoTime()).as("ready").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isReady() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // Nobody listens yet, or nobody answers.
        }
    }
}
