package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.provision.Repository;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import io.ringside.provision.schema.ProcessLogins;
import io.ringside.provision.schema.SchemaMigration;
import io.ringside.provision.servers.Folders;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;

/** A nats-server and a PostgreSQL, real and durable, started once per JVM and gone with it. */
public final class Floor {
    private static final String TEMPLATE = "ringside_template";
    private static final String PASSWORD = "owner-of-the-floor";
    /** How long a test's own requests wait: a server on a slow disk answers late, and no test is about that. */
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(20);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final SharedServers servers;
    private final MessagingCatalog catalog;
    private final Path natsBinary;
    private final Path folder;
    /** A test that fails while it is being set up does not close what it has got. */
    private final Queue<NatsServer> given = new ConcurrentLinkedQueue<>();

    private Floor() {
        Repository repository = Repository.find();
        this.folder = FloorFolder.ofThisJvm();
        this.natsBinary = NatsBinary.obtain(System.err::println);
        this.catalog = MessagingCatalog.read(repository.messaging());
        this.servers = ContainerServers.whenAsked(
                        System::getenv, () -> DockerClientFactory.instance().isDockerAvailable(), PASSWORD)
                .orElseGet(() -> SharedServers.asChildren(natsBinary, folder, PASSWORD));
        Runtime.getRuntime().addShutdownHook(new Thread(this::tearDown, "floor-teardown"));
        administrator().execute("create database " + TEMPLATE);
        Database template = servers.database().apply(TEMPLATE);
        new SchemaMigration(repository.migrations()).apply(template.jdbcUrl(), template.user(), template.password());
        new ProcessLogins(template.jdbcUrl(), template.user(), template.password()).admit(Database::passwordOf);
        freshStreams();
    }

    /** The one of this JVM; the first call starts it, streams and a migrated template included. */
    public static Floor shared() {
        return Started.FLOOR;
    }

    /** Address of the NATS server, with all streams of the catalogue. */
    public String natsUrl() {
        return servers.natsUrl();
    }

    /** Where it serves {@code /varz} and {@code /jsz}. */
    public String natsMonitoringUrl() {
        return servers.natsMonitoringUrl();
    }

    public SharedPostgres postgres() {
        return servers.postgres();
    }

    /** A migrated, otherwise empty database of its own, as its owner sees it. */
    public Database freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        administrator().execute("create database " + name + " template " + TEMPLATE);
        return servers.database().apply(name);
    }

    private Database administrator() {
        return servers.database().apply("postgres");
    }

    /** A second nats-server with all streams, a child process, for tests that hurt it. The caller closes it. */
    public NatsServer freshNats() {
        NatsServer fresh = NatsServer.start(natsBinary, folder.resolve("nats-" + DATABASES.incrementAndGet()));
        given.add(fresh);
        freshStreams(fresh.url());
        fresh.afterRestart(this::missingStreams);
        return fresh;
    }

    /** Deletes and creates again all streams and buckets of the shared server: sequences start at 1. */
    public void freshStreams() {
        freshStreams(servers.natsUrl());
    }

    /** A connection to the shared server that is patient and reconnects for ever. The caller closes it. */
    public Connection connect() {
        return connect(servers.natsUrl());
    }

    /** A connection to a server that is patient and reconnects for ever. The caller closes it. */
    public static Connection connect(NatsServer server) {
        return connect(server.url());
    }

    private static Connection connect(String url) {
        try {
            return Nats.connect(Options.builder()
                    .server(url)
                    .connectionTimeout(ANSWER_WAIT)
                    .maxReconnects(-1)
                    .reconnectWait(Duration.ofMillis(50))
                    .build());
        } catch (IOException e) {
            throw new IllegalStateException("no connection to " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", e);
        }
    }

    /**
     * Waits until a connection reaches its server again that was killed or stopped. What it says of itself is not
     * enough: it may not have noticed yet.
     */
    public static void awaitReconnected(Connection connection) {
        Eventually.holds("the connection reaches its server", () -> answers(connection));
    }

    private static boolean answers(Connection connection) {
        try {
            connection.RTT();
            return true;
        } catch (IOException | CancellationException e) {
            return false;
        }
    }

    /** Streams in memory vanish with their server; those on disk stay as they are. */
    private void missingStreams(NatsServer restarted) {
        try (Connection connection = connect(restarted)) {
            MessagingProvisioner.apply(connection, catalog);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while streams were made", e);
        }
    }

    private void freshStreams(String url) {
        try (Connection connection = connect(url)) {
            JetStreamManagement management = connection.jetStreamManagement();
            for (String name : management.getStreamNames()) {
                management.deleteStream(name);
            }
            MadeAgain.streams(connection, catalog);
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("cannot make the streams again: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while streams were made", e);
        }
    }

    private void tearDown() {
        given.forEach(NatsServer::close);
        servers.tearDown().run();
        Folders.delete(folder);
    }

    private static final class Started {
        private static final Floor FLOOR = new Floor();

        private Started() {}
    }
}
