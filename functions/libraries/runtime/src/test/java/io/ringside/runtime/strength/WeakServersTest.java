package io.ringside.runtime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.ringside.provision.servers.ChildProcess;
import io.ringside.provision.servers.FreePort;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.PostgresServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function does not start on a server that would lose what it promises to keep, and says what is wrong with it. */
class WeakServersTest {
    private static final String PASSWORD = "of-a-weak-server";
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    @Test
    void aNatsServerThatDoesNotAlwaysSyncIsRefused(@TempDir Path folder) {
        int port = FreePort.find();
        int monitoring = FreePort.find();
        List<String> words = List.of(
                NatsBinary.obtain(System.err::println).toString(),
                "-a",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-m",
                Integer.toString(monitoring),
                "-js",
                "-sd",
                folder.resolve("data").toString());
        ChildProcess weak = ChildProcess.start(words, Map.of(), folder, folder.resolve("nats-server.log"));
        try {
            mustBeRefused(
                    Map.of(
                            "NATS_URL", "nats://127.0.0.1:" + port,
                            "NATS_MONITORING_URL", "http://127.0.0.1:" + monitoring),
                    "nats-server at nats://127.0.0.1:" + port
                            + " is too weak for the promise: sync_interval is 120 s, needed is always");
        } finally {
            weak.stop("TERM", STOP_DEADLINE);
        }
    }

    @Test
    void aNatsServerThatIsTooOldIsRefused() throws Exception {
        try (OldNatsServer old = new OldNatsServer()) {
            mustBeRefused(
                    Map.of("NATS_URL", old.url(), "NATS_MONITORING_URL", old.monitoringUrl()),
                    "nats-server at " + old.url() + " is too weak for the promise:"
                            + " version is 2.9.10, needed is 2.12.3 or newer;"
                            + " JetStream API level is 0, needed is 2 or higher;"
                            + " sync_interval is not told, needed is always");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void aPostgresWithThisSettingOffIsRefused(String setting, @TempDir Path folder) {
        try (PostgresServer weak = PostgresServer.start(folder, PASSWORD, List.of(setting + "=off"))) {
            String url = weak.jdbcUrl("postgres");
            mustBeRefused(
                    Map.of("JDBC_URL", url, "JDBC_USER", PostgresServer.USER, "JDBC_PASSWORD", PASSWORD),
                    "PostgreSQL at " + url + " is too weak for the promise: " + setting + " is off, needed is on");
        }
    }

    private static void mustBeRefused(Map<String, String> weak, String message) {
        Database database = Floor.shared().freshDatabase();
        Map<String, Object> properties = new HashMap<>(Map.of(
                "NATS_URL",
                Floor.shared().natsUrl(),
                "NATS_MONITORING_URL",
                Floor.shared().natsMonitoringUrl(),
                "JDBC_URL",
                database.jdbcUrl(),
                "JDBC_USER",
                database.user(),
                "JDBC_PASSWORD",
                database.password(),
                "ledger",
                "true"));
        properties.putAll(weak);
        assertThatThrownBy(() -> {
                    try (ApplicationContext started =
                            FunctionApplication.run("ledger", WeakServersTest.class, properties)) {
                        assertThat(started.isRunning())
                                .as("started on a weak server")
                                .isFalse();
                    }
                })
                .rootCause()
                .isInstanceOf(WeakServerException.class)
                .hasMessage(message);
    }
}
