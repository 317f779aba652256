package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.provision.Repository;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import io.ringside.provision.schema.SchemaMigration;
import io.ringside.provision.servers.Folders;
import io.ringside.provision.servers.NatsBinary;
import io.ringside.provision.servers.NatsServer;
import io.ringside.provision.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A nats-server and a PostgreSQL, real and durable, started once per JVM and gone with it. Each may be killed, stopped,
 * suspended and started again on the same data and port.
 */
public final class Floor {
    private static final String TEMPLATE = "ringside_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final NatsServer nats;
    private final PostgresServer postgres;
    private final MessagingCatalog catalog;
    private final Path natsBinary;
    private final Path folder;

    private Floor() {
        Repository repository = Repository.find();
        this.folder = FloorFolder.ofThisJvm();
        this.natsBinary = NatsBinary.obtain(System.err::println);
        this.catalog = MessagingCatalog.read(repository.messaging());
        this.nats = NatsServer.start(natsBinary, folder.resolve("nats"));
        this.postgres = PostgresServer.start(folder.resolve("postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::tearDown, "floor-teardown"));
        nats.afterRestart(this::missingStreams);
        postgres.createDatabase(TEMPLATE);
        new SchemaMigration(repository.migrations()).apply(postgres.jdbcUrl(TEMPLATE), PostgresServer.USER, "");
        freshStreams(nats);
    }

    /** The one of this JVM; the first call starts it, streams and a migrated template included. */
    public static Floor shared() {
        return Started.FLOOR;
    }

    /** The server with all streams of the catalogue. */
    public NatsServer nats() {
        return nats;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** A migrated, otherwise empty database of its own. */
    public Database freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        postgres.copyDatabase(TEMPLATE, name);
        return new Database(postgres.jdbcUrl(name), PostgresServer.USER, "");
    }

    /** A second nats-server with all streams, for tests that hurt it. The caller closes it. */
    public NatsServer freshNats() {
        NatsServer fresh = NatsServer.start(natsBinary, folder.resolve("nats-" + DATABASES.incrementAndGet()));
        freshStreams(fresh);
        fresh.afterRestart(this::missingStreams);
        return fresh;
    }

    /** Deletes and creates again all streams and buckets of the shared server: sequences start at 1. */
    public void freshStreams() {
        freshStreams(nats);
    }

    /** A connection to the shared server that reconnects for ever. The caller closes it. */
    public Connection connect() {
        return connect(nats);
    }

    /** A connection to a server that reconnects for ever. The caller closes it. */
    public static Connection connect(NatsServer server) {
        try {
            return Nats.connect(Options.builder()
                    .server(server.url())
                    .maxReconnects(-1)
                    .reconnectWait(java.time.Duration.ofMillis(50))
                    .build());
        } catch (IOException e) {
            throw new IllegalStateException("no connection to " + server.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", e);
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

    private void freshStreams(NatsServer server) {
        try (Connection connection = connect(server)) {
            JetStreamManagement management = connection.jetStreamManagement();
            for (String name : management.getStreamNames()) {
                management.deleteStream(name);
            }
            MessagingProvisioner.apply(connection, catalog);
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("cannot make the streams again: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while streams were made", e);
        }
    }

    private void tearDown() {
        nats.kill();
        postgres.kill();
        Folders.delete(folder);
    }

    private static final class Started {
        private static final Floor FLOOR = new Floor();

        private Started() {}
    }
}
