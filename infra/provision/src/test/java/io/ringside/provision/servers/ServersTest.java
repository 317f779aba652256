package io.ringside.provision.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.JetStream;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path folder;

    ServersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aNatsServerSyncsEveryWriteAndSaysSo() throws Exception {
        try (NatsServer server = NatsServer.start(NatsBinary.obtain(line -> {}), folder);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.monitoringUrl() + "/jsz"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).containsPattern("\"sync_always\":\\s*true");
        }
    }

    @Test
    void aKilledNatsServerComesBackWithItsDataOnItsPort() throws Exception {
        try (NatsServer server = NatsServer.start(NatsBinary.obtain(line -> {}), folder)) {
            String url = server.url();
            try (io.nats.client.Connection connection = connect(url)) {
                connection
                        .jetStreamManagement()
                        .addStream(StreamConfiguration.builder()
                                .name("KEPT")
                                .subjects("kept")
                                .storageType(StorageType.File)
                                .build());
                JetStream stream = connection.jetStream();
                stream.publish("kept", "one".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            long before = server.process().pid();

            server.kill();
            assertThat(server.process().isAlive()).isFalse();
            server.restart();

            assertThat(server.process().pid()).isNotEqualTo(before);
            try (io.nats.client.Connection connection = connect(url)) {
                assertThat(connection
                                .jetStreamManagement()
                                .getStreamInfo("KEPT")
                                .getStreamState()
                                .getMsgCount())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void postgresKeepsEveryPromiseAboutDisks() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, "secret")) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void aKilledPostgresComesBackWithItsDataOnItsPort() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, "secret")) {
            server.createDatabase("kept");
            try (Connection open = server.connect("kept");
                    Statement statement = open.createStatement()) {
                statement.execute("create table fact as select 1 as one");
                server.kill();
                assertThat(server.process().isAlive()).isFalse();
            }
            server.restart();

            try (Connection connection = server.connect("kept");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select one from fact")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void postgresKeepsItsDataFromOneOwnerToTheNext() {
        PostgresServer first = PostgresServer.start(folder, "secret");
        first.createDatabase("kept");
        first.close();
        try (PostgresServer second = PostgresServer.start(folder, "secret")) {
            second.createDatabase("kept");
            second.copyDatabase("kept", "copy");
            second.dropDatabase("copy");
            assertThat(second.process().isAlive()).isTrue();
        }
    }

    @Test
    void postgresLetsNobodyInWithoutThePasswordThatItWasGivenLast() throws SQLException {
        PostgresServer.start(folder, "of yesterday").close();
        try (PostgresServer server = PostgresServer.start(folder, "of to'day")) {
            assertThat(setting(server, "password_encryption")).isEqualTo("scram-sha-256");
            String url = server.jdbcUrl("postgres");
            for (String wrong : List.of("", "of yesterday")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, PostgresServer.USER, wrong))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
        assertThat(folder.resolve("password")).doesNotExist();
    }

    @Test
    void aSuspendedServerStandsStillUntilItIsResumed() throws Exception {
        try (NatsServer server = NatsServer.start(NatsBinary.obtain(line -> {}), folder);
                io.nats.client.Connection connection = connect(server.url())) {
            server.process().suspend();
            assertThat(stateOf(server)).isEqualTo("T");
            server.process().resume();
            connection.flush(DEADLINE);
            assertThat(stateOf(server)).isNotEqualTo("T");
        }
    }

    private static io.nats.client.Connection connect(String url) throws Exception {
        return Nats.connect(
                Options.builder().server(url).connectionTimeout(DEADLINE).build());
    }

    private static String stateOf(NatsServer server) throws Exception {
        String status = java.nio.file.Files.readString(
                Path.of("/proc", Long.toString(server.process().pid()), "stat"));
        return status.substring(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3);
    }

    private static String setting(PostgresServer server, String name) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
