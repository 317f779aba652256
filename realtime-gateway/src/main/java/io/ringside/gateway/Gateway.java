package io.ringside.gateway;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import io.ringside.gateway.socket.Drain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's process. It stops by itself what the framework would stop: that shuts its event loops down first, and
 * drains when no connection is left.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /** What requests that are under way may take when everybody has been sent away. */
    private static final long REQUESTS_SECONDS_MAX = 5;

    private static final int COULD_NOT_START = 1;

    private Gateway() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedServer server = ApplicationContext.builder()
                    .mainClass(Gateway.class)
                    .args(arguments)
                    .banner(false)
                    .start()
                    .getBean(EmbeddedServer.class)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "gateway-stop"));
            LOG.info("serves on {}", server.getURL());
        } catch (RuntimeException e) {
            LOG.error("the gateway does not start", e);
            System.exit(COULD_NOT_START);
        }
        new CountDownLatch(1).await();
    }

    /** Sends everybody elsewhere, lets requests end that are under way, and stops. */
    public static void stop(EmbeddedServer server) {
        ApplicationContext beans = server.getApplicationContext();
        try {
            beans.getBean(Drain.class).run();
            beans.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(REQUESTS_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("requests were under way for too long: {}", e.toString());
        }
        server.stop();
    }
}
