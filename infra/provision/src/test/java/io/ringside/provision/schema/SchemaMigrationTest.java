package io.ringside.provision.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.Repository;
import io.ringside.provision.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigrationTest {
    private final Path folder;

    SchemaMigrationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void appliesEachMigrationOnce() throws Exception {
        try (PostgresServer server = PostgresServer.start(folder, "secret")) {
            server.createDatabase("ringside");
            SchemaMigration migration = new SchemaMigration(Repository.find().migrations());

            assertThat(migration.apply(server.jdbcUrl("ringside"), PostgresServer.USER, "secret"))
                    .isPositive();
            assertThat(migration.apply(server.jdbcUrl("ringside"), PostgresServer.USER, "secret"))
                    .isZero();

            try (Connection connection = server.connect("ringside");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from orders.orders")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }
}
