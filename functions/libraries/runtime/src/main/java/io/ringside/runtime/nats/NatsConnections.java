package io.ringside.runtime.nats;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.nats.connect.NatsConnectionFactory;
import io.micronaut.nats.connect.NatsConnectionFactoryConfig;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Makes connections that outlive the server: they wait for one that is not up yet, reconnect for ever with jitter, and
 * say at once when nobody listens.
 */
@Factory
public final class NatsConnections {
    private static final Duration RECONNECT_WAIT = Duration.ofMillis(250);
    private static final Duration RECONNECT_JITTER = Duration.ofMillis(250);
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(10);
    /** Pings without an answer before a connection counts as dead. */
    private static final int PINGS_OUTSTANDING_MAX = 2;
    /** Bytes kept for a server that is away: none, a publisher is told instead. */
    private static final int RECONNECT_BUFFER_BYTES = 0;

    /**
     * A connection reads, writes and delivers with a few threads that wait most of the time. They are platform threads:
     * a virtual thread is woken through a poller and a carrier, which costs more than the work that it does here.
     */
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("nats-", 0).daemon(true).factory();

    /** Options that every connection of this process is made with. */
    @EachBean(NatsConnectionFactoryConfig.class)
    public Options options(NatsConnectionFactoryConfig config, Disturbances disturbances)
            throws IOException, GeneralSecurityException {
        return config.toOptionsBuilder()
                .maxReconnects(-1)
                .reconnectWait(RECONNECT_WAIT)
                .reconnectJitter(RECONNECT_JITTER)
                .connectionTimeout(CONNECTION_TIMEOUT)
                .pingInterval(PING_INTERVAL)
                .maxPingsOut(PINGS_OUTSTANDING_MAX)
                .reconnectBufferSize(RECONNECT_BUFFER_BYTES)
                .reportNoResponders()
                .executor(Executors.newCachedThreadPool(THREADS))
                .connectionListener(disturbances)
                .errorListener(disturbances)
                .build();
    }

    /** The connection for reading, calls and core messages; publication in order has its own. */
    @EachBean(Options.class)
    @Bean(preDestroy = "close")
    @Replaces(bean = Connection.class, factory = NatsConnectionFactory.class)
    public Connection connection(Options options) throws InterruptedException, IOException {
        return Nats.connectReconnectOnConnect(options);
    }
}
