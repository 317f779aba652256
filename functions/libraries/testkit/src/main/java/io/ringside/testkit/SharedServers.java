package io.ringside.testkit;

import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The two servers that the tests of this JVM share, wherever they run.
 *
 * @param database by name, as its owner sees it
 * @param tearDown ends both
 */
record SharedServers(
        String natsUrl,
        String natsMonitoringUrl,
        Function<String, Database> database,
        SharedPostgres postgres,
        Runnable tearDown) {
    /** Tests connect thousands of times, and their password is worth nothing: it is hashed once, not 4,096 times. */
    private static final String CHEAP_PASSWORDS = "scram_iterations=1";

    /** As child processes with their data below the folder. */
    static SharedServers asChildren(Path natsBinary, Path folder, String password) {
        NatsServer nats = NatsServer.start(natsBinary, folder.resolve("nats"));
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), password, List.of(CHEAP_PASSWORDS));
        return new SharedServers(
                nats.url(),
                nats.monitoringUrl(),
                name -> new Database(postgres.jdbcUrl(name), PostgresServer.USER, password),
                new SharedPostgres(postgres::kill, postgres::restart),
                () -> {
                    nats.kill();
                    postgres.kill();
                });
    }
}
