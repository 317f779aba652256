package io.ringside.provision.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of somebody else, on which ordinary users own databases. */
class ProcessLoginsTest {
    private final PostgresServer server;

    ProcessLoginsTest(@TempDir Path folder) {
        this.server = PostgresServer.start(folder, "secret");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anOwnerWhoMayCreateRolesLetsTheProcessesIn() throws Exception {
        ProcessLogins logins = house("landlord");
        assertThatThrownBy(() -> migrate("landlord"))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("permission denied to create role")
                .hasMessageContaining("landlord has to own the database and may create roles");

        execute("alter role landlord createrole");
        migrate("landlord");

        assertThat(logins.admit(login -> "of-" + login))
                .contains("ringside_order_submit", "ringside_realtime_gateway", "ringside_observer")
                .allMatch(login -> opens("landlord", login, "of-" + login));
        assertThat(opens("landlord", ProcessLogins.of("order-submit"), "")).isFalse();
    }

    @Test
    void rolesThatSomebodyElseKeepsNeedOnlyTheirPasswords() throws Exception {
        house("landlord");
        execute("alter role landlord createrole");
        migrate("landlord");
        new ProcessLogins(server.jdbcUrl("landlord"), "landlord", "pass").admit(login -> "kept");

        ProcessLogins logins = house("tenant");
        migrate("tenant");

        assertThat(logins.admit(login -> "kept")).contains("ringside_position");
        assertThat(opens("tenant", "ringside_position", "kept")).isTrue();
        assertThatThrownBy(() -> logins.admit(login -> "another"))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("tenant may not set the password of ringside_")
                .hasMessageContaining("let it create roles");
    }

    /** A user and his database, both of this name. */
    private ProcessLogins house(String owner) throws SQLException {
        execute("create role " + owner + " login password 'pass'");
        execute("create database " + owner + " owner " + owner);
        return new ProcessLogins(server.jdbcUrl(owner), owner, "pass");
    }

    private void migrate(String owner) {
        new SchemaMigration(Repository.find().migrations()).apply(server.jdbcUrl(owner), owner, "pass");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean opens(String database, String login, String password) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database), login, password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }
}
