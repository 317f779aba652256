package io.ringside.local;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.ringside.local.supervision.ServerChild;
import io.ringside.local.supervision.Supervised;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.messaging.Change;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import io.ringside.provision.schema.SchemaMigration;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The two servers: of this floor, or of somebody else where {@code NATS_URL} or {@code JDBC_URL} name them. */
record Servers(String nats, String natsMonitoring, ReadyFile.Jdbc jdbc, List<Supervised> own) {
    private static final String DATABASE = "ringside";

    static Servers start(
            FloorFolder folder, Map<String, String> environment, Repository repository, Consumer<String> progress) {
        List<Supervised> own = new ArrayList<>();
        ReadyFile.Jdbc jdbc = postgres(folder, environment, progress, own);
        @Nullable String external = environment.get("NATS_URL");
        if (external != null) {
            progress.accept("NATS server of NATS_URL: " + external);
            return new Servers(external, environment.getOrDefault("NATS_MONITORING_URL", ""), jdbc, own);
        }
        NatsServer server = NatsServer.start(NatsBinary.obtain(progress), folder.nats());
        // streams in memory vanish with their server
        server.afterRestart(restarted -> streams(restarted.url(), repository));
        own.add(ServerChild.of(server));
        progress.accept("nats-server on " + server.url());
        return new Servers(server.url(), server.monitoringUrl(), jdbc, own);
    }

    /** Brings tables and streams to what the repository says. */
    void provision(Repository repository, Consumer<String> progress) {
        int migrations = new SchemaMigration(repository.migrations()).apply(jdbc.url(), jdbc.user(), jdbc.password());
        progress.accept("schema: " + migrations + " new migrations");
        List<Change> changes = streams(nats, repository);
        long changed = changes.stream()
                .filter(change -> change.outcome() != Change.Outcome.UNCHANGED)
                .count();
        progress.accept("streams: " + changes.size() + " there, " + changed + " new or changed");
    }

    private static List<Change> streams(String url, Repository repository) {
        try (Connection connection = Nats.connect(url)) {
            return MessagingProvisioner.apply(connection, MessagingCatalog.read(repository.messaging()));
        } catch (IOException e) {
            throw new ProvisionException("no NATS server answers at " + url + ": start it or correct NATS_URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("interrupted while making the streams", e);
        }
    }

    /** What a child needs to find them. */
    Map<String, String> environment(String feed) {
        return Map.of(
                "NATS_URL",
                nats,
                "NATS_MONITORING_URL",
                natsMonitoring,
                "JDBC_URL",
                jdbc.url(),
                "JDBC_USER",
                jdbc.user(),
                "JDBC_PASSWORD",
                jdbc.password(),
                "MARKET_DATA_FEED",
                feed);
    }

    private static ReadyFile.Jdbc postgres(
            FloorFolder folder, Map<String, String> environment, Consumer<String> progress, List<Supervised> own) {
        @Nullable String external = environment.get("JDBC_URL");
        if (external != null) {
            progress.accept("PostgreSQL of JDBC_URL: " + external);
            return new ReadyFile.Jdbc(
                    external, environment.getOrDefault("JDBC_USER", ""), environment.getOrDefault("JDBC_PASSWORD", ""));
        }
        PostgresServer server = PostgresServer.start(folder.postgres());
        own.add(ServerChild.of(server));
        server.createDatabase(DATABASE);
        progress.accept("PostgreSQL on " + server.jdbcUrl(DATABASE));
        return new ReadyFile.Jdbc(server.jdbcUrl(DATABASE), PostgresServer.USER, "");
    }
}
