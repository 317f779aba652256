package io.ringside.runtime.host;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.runtime.failure.Backoff;
import io.ringside.runtime.failure.Failures;
import io.ringside.runtime.strength.NatsStrength;
import io.ringside.runtime.strength.PostgresStrength;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks both servers, as soon as they answer, whether they are strong enough; a weak one ends the start. */
@Singleton
public final class ServerStrength {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStrength.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Connection nats;
    private final DataSource dataSource;
    private final URI monitoring;
    private final RandomGenerator jitter;

    /** @param monitoring address of nats-server's monitoring endpoint, which alone tells how it syncs */
    ServerStrength(
            Connection nats,
            DataSource dataSource,
            @Value("${NATS_MONITORING_URL:`http://127.0.0.1:8222`}") String monitoring,
            RandomGenerator jitter) {
        this.nats = nats;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.monitoring = URI.create(monitoring);
        this.jitter = jitter;
    }

    /**
     * Returns when both have proved strong enough; waits for one that does not answer yet.
     *
     * @throws io.ringside.runtime.strength.WeakServerException naming each weakness
     */
    public void check() {
        Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, jitter);
        while (!asked()) {
            LockSupport.parkNanos(backoff.next().toNanos());
        }
    }

    private boolean asked() {
        try (java.sql.Connection connection = dataSource.getConnection()) {
            PostgresStrength.check(connection);
            NatsStrength.check(nats, monitoring);
            return true;
        } catch (SQLException | IOException | JetStreamApiException | IllegalStateException e) {
            // The last is the client library's word for a connection that is away.
            LOG.info("waiting for PostgreSQL and nats-server ({}): {}", monitoring, Failures.sentence(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the servers", e);
        }
    }
}
