package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.servers.FreePort;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A floor on servers that somebody else runs, where an ordinary user owns the database. */
class ExternalServersTest {
    private static final long DEADLINE_S = 120;

    private final Path folder;
    private final Repository repository;
    private final NatsServer nats;
    private final PostgresServer postgres;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    ExternalServersTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.repository = SmallRepository.below(folder);
        this.nats = NatsServer.start(NatsBinary.obtain(line -> {}), folder.resolve("their-nats"));
        this.postgres = PostgresServer.start(folder.resolve("their-postgres"), "not ours");
    }

    @BeforeEach
    void letADatabase() throws Exception {
        try (var connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create role landlord login createrole password 'landlords own'");
            statement.execute("create database floor owner landlord");
        }
    }

    @AfterEach
    void stop() {
        nats.close();
        postgres.close();
    }

    @Test
    void runsOnThemMakesStreamsAgainThatARestartForgotAndLeavesThemRunning() throws Exception {
        Options options = options();
        try (LocalFloor floor = floor(options, environment())) {
            floor.start(new SecureRandom());
            String ready = Files.readString(options.data().resolve("ready.json"));
            assertThat(ready)
                    .contains("\"nats\":\"" + nats.url() + "\"", "\"natsMonitoring\":\"" + nats.monitoringUrl() + "\"")
                    .contains("\"jdbc\":{\"url\":\"" + postgres.jdbcUrl("floor") + "\",\"user\":\"ringside_observer\"")
                    .doesNotContain("landlord", "nats-server", "\"postgres\"");
            assertThat(SmallRepository.loginOf(ready, "position")).isEqualTo("ringside_position");
            assertThat(SmallRepository.loginOf(ready, "entrance")).isEqualTo("nobody");
            assertThat(streams()).contains("COMMANDS", "QUOTES", "KV_tickets");

            nats.restart();

            assertThat(awaitSaid("the NATS server came back, [")).contains("STREAM QUOTES CREATED");
            assertThat(streams()).contains("COMMANDS", "QUOTES", "KV_tickets");
        }
        assertThat(nats.process().isAlive()).isTrue();
        assertThat(postgres.process().isAlive()).isTrue();
        assertThat(options.data().resolve("nats")).doesNotExist();
        assertThat(options.data().resolve("postgres")).doesNotExist();
        assertThat(said).noneMatch(line -> line.contains("landlords own"));
    }

    @Test
    void anAddressWithCredentialsIsRefusedWithoutRepeatingThem() {
        for (String address : List.of(
                postgres.jdbcUrl("floor") + "?user=landlord&password=hidden",
                "jdbc:postgresql://landlord:hidden@127.0.0.1/floor")) {
            Map<String, String> environment = new HashMap<>(environment());
            environment.put("JDBC_URL", address);
            Options options = options();
            try (LocalFloor floor = floor(options, environment)) {
                assertThatThrownBy(() -> floor.start(new SecureRandom()))
                        .isInstanceOf(ProvisionException.class)
                        .hasMessageContaining("JDBC_USER and JDBC_PASSWORD")
                        .hasMessageNotContaining("hidden");
            }
        }
    }

    @Test
    void aNatsServerWhoseMonitoringAddressIsUnknownIsRefused() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.remove("NATS_MONITORING_URL");
        Options options = options();
        try (LocalFloor floor = floor(options, environment)) {
            assertThatThrownBy(() -> floor.start(new SecureRandom()))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("NATS_MONITORING_URL is not");
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "NATS_URL", nats.url(),
                "NATS_MONITORING_URL", nats.monitoringUrl(),
                "JDBC_URL", postgres.jdbcUrl("floor"),
                "JDBC_USER", "landlord",
                "JDBC_PASSWORD", "landlords own");
    }

    private LocalFloor floor(Options options, Map<String, String> environment) {
        PrintStream lines = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                said.add(line);
            }
        };
        return new LocalFloor(repository, options, environment, lines);
    }

    private String awaitSaid(String part) throws InterruptedException {
        while (true) {
            String line = said.poll(DEADLINE_S, TimeUnit.SECONDS);
            assertThat(line).as("something with " + part).isNotNull();
            if (line.contains(part)) {
                return line;
            }
        }
    }

    private Options options() {
        return new Options("simulator", FreePort.find(), 1, folder.resolve("data"), Set.of(Options.Extra.BRIEF));
    }

    private List<String> streams() throws Exception {
        try (Connection connection = Floor.connect(nats)) {
            return connection.jetStreamManagement().getStreamNames();
        }
    }
}
