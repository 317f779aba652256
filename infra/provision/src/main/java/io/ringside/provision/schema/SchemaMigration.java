package io.ringside.provision.schema;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database forward to the newest migration. Run once by a job, never by a function at its start. */
public final class SchemaMigration {
    private final Path migrations;

    public SchemaMigration(Path migrations) {
        this.migrations = migrations;
    }

    /** Applies what is missing and returns how many migrations that were. */
    public int apply(String jdbcUrl, String user, String password) {
        MigrateResult result = Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("filesystem:" + migrations.toAbsolutePath())
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .load()
                .migrate();
        return result.migrationsExecuted;
    }
}
