package io.ringside.local;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.local.supervision.ServerChild;
import io.ringside.local.supervision.Supervised;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.messaging.Change;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import io.ringside.provision.schema.PasswordFile;
import io.ringside.provision.schema.SchemaMigration;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two servers: of this floor, or of somebody else where {@code NATS_URL} or {@code JDBC_URL} name them. */
record Servers(String nats, String natsMonitoring, boolean ownNats, ReadyFile.Jdbc owner, List<Supervised> own) {
    private static final String DATABASE = "ringside";
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(30);
    private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password)=|//[^/]*@");

    static Servers start(
            FloorFolder folder,
            Map<String, String> environment,
            PasswordFile passwords,
            Repository repository,
            Consumer<String> progress) {
        List<Supervised> own = new ArrayList<>();
        ReadyFile.Jdbc owner = postgres(folder, environment, passwords, progress, own);
        @Nullable String external = environment.get("NATS_URL");
        if (external != null) {
            @Nullable String monitoring = environment.get("NATS_MONITORING_URL");
            if (monitoring == null || monitoring.isBlank()) {
                throw new ProvisionException(
                        "NATS_URL is set and NATS_MONITORING_URL is not: name the server's monitoring"
                                + " address too (http://HOST:8222), which alone tells whether it syncs every write");
            }
            progress.accept("NATS server of NATS_URL: " + external);
            return new Servers(external, monitoring, false, owner, own);
        }
        NatsServer server = NatsServer.start(NatsBinary.obtain(progress), folder.nats());
        // streams in memory vanish with their server
        server.afterRestart(restarted -> streams(restarted.url(), repository));
        own.add(ServerChild.of(server));
        progress.accept("nats-server on " + server.url());
        return new Servers(server.url(), server.monitoringUrl(), true, owner, own);
    }

    /** Brings tables and streams to what the repository says. */
    void provision(Repository repository, Consumer<String> progress) {
        int migrations =
                new SchemaMigration(repository.migrations()).apply(owner.url(), owner.user(), owner.password());
        progress.accept("schema: " + migrations + " new migrations");
        List<Change> changes = streams(nats, repository);
        long changed = changes.stream()
                .filter(change -> change.outcome() != Change.Outcome.UNCHANGED)
                .count();
        progress.accept("streams: " + changes.size() + " there, " + changed + " new or changed");
    }

    private static List<Change> streams(String url, Repository repository) {
        Options options = Options.builder()
                .server(url)
                .connectionTimeout(CONNECT_DEADLINE)
                .build();
        try (Connection connection = Nats.connect(options)) {
            return MessagingProvisioner.apply(connection, MessagingCatalog.read(repository.messaging()));
        } catch (IOException e) {
            throw new ProvisionException("no NATS server answers at " + url + ": start it or correct NATS_URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("interrupted while making the streams", e);
        }
    }

    /** What a child needs to find them. */
    Map<String, String> environment(String child, String feed, Logins logins) {
        Map<String, String> environment = new HashMap<>();
        environment.put("NATS_URL", nats);
        environment.put("NATS_MONITORING_URL", natsMonitoring);
        environment.put("MARKET_DATA_FEED", feed);
        logins.of(child).ifPresent(login -> {
            environment.put("JDBC_URL", login.url());
            environment.put("JDBC_USER", login.user());
            environment.put("JDBC_PASSWORD", login.password());
        });
        return environment;
    }

    private static ReadyFile.Jdbc postgres(
            FloorFolder folder,
            Map<String, String> environment,
            PasswordFile passwords,
            Consumer<String> progress,
            List<Supervised> own) {
        @Nullable String external = environment.get("JDBC_URL");
        if (external != null) {
            if (CREDENTIALS.matcher(external).find()) {
                throw new ProvisionException("JDBC_URL names a user or a password: give the owner's in JDBC_USER and"
                        + " JDBC_PASSWORD, because every process logs in as itself");
            }
            progress.accept("PostgreSQL of JDBC_URL: " + external);
            return new ReadyFile.Jdbc(
                    external, environment.getOrDefault("JDBC_USER", ""), environment.getOrDefault("JDBC_PASSWORD", ""));
        }
        PostgresServer server = PostgresServer.start(folder.postgres(), passwords.of(PostgresServer.USER));
        own.add(ServerChild.of(server));
        server.createDatabase(DATABASE);
        progress.accept("PostgreSQL on " + server.jdbcUrl(DATABASE));
        return new ReadyFile.Jdbc(server.jdbcUrl(DATABASE), PostgresServer.USER, server.password());
    }
}
