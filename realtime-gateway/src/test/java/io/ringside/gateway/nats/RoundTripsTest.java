package io.ringside.gateway.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private static final int CALLERS = 200;
    private static final NatsSettings SETTINGS = new NatsSettings(Duration.ofSeconds(20));

    @Test
    void howeverManyWaitAtOnceTheConnectionStays() throws Exception {
        try (Connection nats = connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RoundTrips roundTrips = new RoundTrips(nats, SETTINGS);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Connection.Status>> waiting = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> threads.submit(waits(start, roundTrips, nats)))
                    .toList();
            start.countDown();
            for (Future<Connection.Status> each : waiting) {
                assertThat(each.get()).isEqualTo(Connection.Status.CONNECTED);
            }
            assertThat(nats.getStatistics().getReconnects()).isZero();
        }
    }

    @Test
    void withoutAConnectionItSaysSo() throws Exception {
        Connection nats = connect();
        nats.close();
        assertThatThrownBy(() -> new RoundTrips(nats, SETTINGS).await())
                .isInstanceOf(IOException.class)
                .hasMessage("not connected");
    }

    private static Callable<Connection.Status> waits(CountDownLatch start, RoundTrips roundTrips, Connection nats) {
        return () -> {
            start.await();
            roundTrips.await();
            return nats.getStatus();
        };
    }

    /** As strict as the gateway's own. */
    private static Connection connect() throws IOException, InterruptedException {
        return Nats.connect(Options.builder()
                .server(Floor.shared().natsUrl())
                .maxPingsOut(2)
                .build());
    }
}
