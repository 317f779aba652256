package io.ringside.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.servers.FreePort;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionTest {
    private final Path folder;
    private final List<String> said = new ArrayList<>();

    ProvisionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void preparesRunningServersAndSaysWhatItDid() {
        try (NatsServer nats = NatsServer.start(NatsBinary.obtain(line -> {}), folder.resolve("nats"));
                PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), "secret")) {
            Map<String, String> environment = Map.of(
                    "NATS_URL", nats.url(),
                    "JDBC_URL", postgres.jdbcUrl("postgres"),
                    "JDBC_USER", PostgresServer.USER,
                    "JDBC_PASSWORD", postgres.password(),
                    "RINGSIDE_PASSWORDS", folder.resolve("passwords.json").toString());
            provision(environment, "all");
            assertThat(said).anyMatch(line -> line.matches("SCHEMA \\d+ migrations applied"));
            assertThat(said).contains("ROLE ringside_position MAY LOG IN", "STREAM COMMANDS CREATED");
            provision(environment, "messaging");
            assertThat(said).contains("STREAM COMMANDS UNCHANGED");
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> provision(Map.of(), "messaging")).hasMessageContaining("NATS_URL is not set");
        assertThatThrownBy(() -> provision(Map.of(), "schema")).hasMessageContaining("JDBC_URL is not set");
        assertThatThrownBy(() -> provision(Map.of(), "roles")).hasMessageContaining("RINGSIDE_PASSWORDS is not set");
        assertThatThrownBy(() -> provision(Map.of(), "streams")).hasMessageContaining("usage: provision");
        String nobody = "nats://127.0.0.1:" + FreePort.find();
        assertThatThrownBy(() -> provision(Map.of("NATS_URL", nobody), "messaging"))
                .hasMessageContaining("no NATS server answers at " + nobody);
    }

    @Test
    void theRepositoryIsTheNearestFolderAboveThatHoldsTheFiles() {
        Path root = Repository.find().root();
        assertThat(Repository.above(root.resolve("infra/provision/src"))).isEqualTo(new Repository(root));
        assertThatThrownBy(() -> Repository.above(folder)).hasMessageContaining("-Dringside.repository");
    }

    private void provision(Map<String, String> environment, String what) {
        new Provision(environment, Repository.find(), new SecureRandom(), said::add).run(what);
    }
}
