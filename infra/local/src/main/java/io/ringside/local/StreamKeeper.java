package io.ringside.local;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.messaging.Change;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the streams of a NATS server that somebody else runs. A single server that restarts forgets its streams in
 * memory, the description included: without quotes nothing is traded and without tickets nobody connects, so each time
 * it comes back what is missing is made again.
 */
final class StreamKeeper implements AutoCloseable {
    private static final Duration RECONNECT_WAIT = Duration.ofMillis(200);
    /** How long the server may take to answer: one that has just started, or syncs to a busy disk, takes its time. */
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);

    private static final long RETRY_MS = 500;

    private final Connection connection;
    private final MessagingCatalog catalog;
    private final Consumer<String> progress;
    private final Semaphore returns = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    private StreamKeeper(String url, Repository repository, Consumer<String> progress) {
        this.catalog = MessagingCatalog.read(repository.messaging());
        this.progress = progress;
        this.connection = connect(url);
        Thread.ofVirtual().name("stream-keeper").start(this::keep);
    }

    static StreamKeeper of(String url, Repository repository, Consumer<String> progress) {
        return new StreamKeeper(url, repository, progress);
    }

    private Connection connect(String url) {
        ConnectionListener listener = (source, event) -> {
            if (event == ConnectionListener.Events.RECONNECTED) {
                returns.release();
            }
        };
        try {
            return Nats.connect(Options.builder()
                    .server(url)
                    .maxReconnects(-1)
                    .reconnectWait(RECONNECT_WAIT)
                    .connectionTimeout(ANSWER_WAIT)
                    .connectionListener(listener)
                    .errorListener(new ErrorListener() {})
                    .build());
        } catch (IOException e) {
            throw new ProvisionException("no NATS server answers at " + url + ": start it or correct NATS_URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("interrupted while connecting to " + url, e);
        }
    }

    private void keep() {
        try {
            while (!isClosed()) {
                returns.acquire();
                returns.drainPermits();
                while (!isClosed() && !madeAgain()) {
                    closed.await(RETRY_MS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** JetStream answers later than its server: what fails is tried again. */
    private boolean madeAgain() {
        try {
            List<String> made = MessagingProvisioner.apply(connection, catalog).stream()
                    .filter(change -> change.outcome() == Change.Outcome.CREATED)
                    .map(Change::toString)
                    .toList();
            progress.accept("the NATS server came back, " + (made.isEmpty() ? "nothing was missing" : made));
            return true;
        } catch (RuntimeException e) {
            if (!isClosed()) {
                progress.accept("the NATS server came back, but not its streams yet: " + e.getMessage());
            }
            return false;
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        returns.release();
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
