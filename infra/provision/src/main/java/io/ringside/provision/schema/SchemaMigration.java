package io.ringside.provision.schema;

import io.ringside.provision.ProvisionException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** Brings a database forward to the newest migration. Run once by a job, never by a function at its start. */
public final class SchemaMigration {
    private static final String NOT_PERMITTED = "42501";

    private final Path migrations;

    public SchemaMigration(Path migrations) {
        this.migrations = migrations;
    }

    /** Applies what is missing and returns how many migrations that were. */
    public int apply(String jdbcUrl, String user, String password) {
        try {
            MigrateResult result = Flyway.configure()
                    .dataSource(jdbcUrl, user, password)
                    .locations("filesystem:" + migrations.toAbsolutePath())
                    .validateMigrationNaming(true)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new ProvisionException("cannot bring " + jdbcUrl + " forward: " + said(e, user), e);
        }
    }

    /** The server's own sentence, not the page that is made of it. */
    private static String said(FlywayException failure, String user) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        if (!(cause instanceof SQLException refused)) {
            return String.valueOf(failure.getMessage());
        }
        String sentence =
                String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        return NOT_PERMITTED.equals(refused.getSQLState())
                ? sentence + ": " + user + " has to own the database and may create roles"
                : sentence;
    }
}
