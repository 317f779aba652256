package io.ringside.testkit;

import com.github.dockerjava.api.DockerClient;
import io.ringside.provision.servers.FreePort;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/**
 * The servers that the tests of this JVM share, from container images: where {@code RINGSIDE_CONTAINERS=yes} asks for
 * them and a Docker daemon answers.
 */
final class ContainerServers {
    static final String ASKED = "RINGSIDE_CONTAINERS";

    private static final String NATS_IMAGE = "nats:2.12.3";
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final int NATS_PORT = 4222;
    private static final int MONITORING_PORT = 8222;
    private static final int POSTGRES_PORT = 5432;
    private static final String OWNER = "postgres";
    private static final Duration RESTART_DEADLINE = Duration.ofSeconds(120);
    private static final String NATS_CONFIGURATION = """
            port: %d
            http: %d
            jetstream {
              store_dir: "/data"
              sync_interval: always
              max_file_store: 32GB
              max_memory_store: 512MB
            }
            """.formatted(NATS_PORT, MONITORING_PORT);

    private final GenericContainer<?> nats = new GenericContainer<>(NATS_IMAGE)
            .withCopyToContainer(Transferable.of(NATS_CONFIGURATION), "/ringside.conf")
            .withCommand("--config", "/ringside.conf")
            .withExposedPorts(NATS_PORT, MONITORING_PORT)
            .waitingFor(Wait.forHttp("/healthz").forPort(MONITORING_PORT));
    private final GenericContainer<?> postgres = new GenericContainer<>(POSTGRES_IMAGE)
            .withCommand("postgres", "-c", "max_connections=200", "-c", "timezone=UTC")
            .withExposedPorts(POSTGRES_PORT)
            // the first start of the image starts the server twice
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
    private final int postgresPort = FreePort.find();
    private final String password;

    private ContainerServers(String password) {
        this.password = password;
        postgres.withEnv("POSTGRES_PASSWORD", password);
        // killed and started again it is found where it was
        postgres.setPortBindings(List.of(postgresPort + ":" + POSTGRES_PORT));
    }

    /** The servers, started, when they are asked for; a failure that names the remedy when no daemon answers. */
    static Optional<SharedServers> whenAsked(
            UnaryOperator<@Nullable String> environment, BooleanSupplier daemonAnswers, String password) {
        String asked = environment.apply(ASKED);
        if (asked == null || asked.isBlank() || asked.equals("no")) {
            return Optional.empty();
        }
        if (!asked.equals("yes")) {
            throw new IllegalStateException(ASKED + " is '" + asked + "': say yes or no");
        }
        if (!daemonAnswers.getAsBoolean()) {
            throw new IllegalStateException(ASKED + "=yes asks for servers from container images, but no Docker daemon"
                    + " answers: start one or set DOCKER_HOST, or unset " + ASKED + " for servers as child processes");
        }
        return Optional.of(new ContainerServers(password).start());
    }

    private SharedServers start() {
        nats.start();
        postgres.start();
        return new SharedServers(
                "nats://" + nats.getHost() + ":" + nats.getMappedPort(NATS_PORT),
                "http://" + nats.getHost() + ":" + nats.getMappedPort(MONITORING_PORT),
                this::database,
                new SharedPostgres(this::killPostgres, this::restartPostgres),
                () -> {
                    nats.stop();
                    postgres.stop();
                });
    }

    private Database database(String name) {
        return new Database(
                "jdbc:postgresql://" + postgres.getHost() + ":" + postgresPort + "/" + name, OWNER, password);
    }

    private void killPostgres() {
        postgres.getDockerClient().killContainerCmd(postgres.getContainerId()).exec();
    }

    private void restartPostgres() {
        DockerClient docker = postgres.getDockerClient();
        docker.restartContainerCmd(postgres.getContainerId()).exec();
        long end = System.nanoTime() + RESTART_DEADLINE.toNanos();
        while (!opens()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL did not answer within " + RESTART_DEADLINE);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean opens() {
        Database any = database(OWNER);
        try (var connection = DriverManager.getConnection(any.jdbcUrl(), any.user(), any.password())) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }
}
