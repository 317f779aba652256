package io.ringside.gateway.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private static final int CALLERS = 200;
    private static final long WAIT_S = Eventually.DEADLINE.toSeconds();
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

    @Test
    void whenOneFailsEverybodyItWasMadeForFailsWithIt() throws Exception {
        try (Trips trips = new Trips()) {
            trips.come(1);
            trips.come(20);
            trips.end(Trip.FAILS);
            trips.end(Trip.FAILS);
            assertThat(trips.outcomes()).hasSize(21).containsOnly("not connected");
            assertThat(trips.made).hasValue(2);
        }
    }

    @Test
    void theFailureOfOneIsNotThatOfWhoeverCameAfterItBegan() throws Exception {
        try (Trips trips = new Trips()) {
            trips.come(1);
            trips.come(20);
            trips.end(Trip.FAILS);
            trips.end(Trip.ARRIVES);
            assertThat(trips.outcomes()).hasSize(21).startsWith("not connected");
            assertThat(trips.outcomes().subList(1, 21)).containsOnly("there");
            assertThat(trips.made).hasValue(2);
        }
    }

    private enum Trip {
        ARRIVES,
        FAILS
    }

    /** Callers whose round trips take until the test ends them. */
    private static final class Trips implements AutoCloseable {
        private final AtomicInteger made = new AtomicInteger();
        private final BlockingQueue<Trip> ends = new LinkedBlockingQueue<>();
        private final List<Thread> callers = new ArrayList<>();
        private final List<CompletableFuture<String>> outcomes = new ArrayList<>();
        private final Connection real = connect();
        private final RoundTrips roundTrips;

        Trips() throws IOException, InterruptedException {
            Connection held = Interposed.before(real, "flush", arguments -> {
                made.incrementAndGet();
                if (ends.take() == Trip.FAILS) {
                    throw new TimeoutException("by hand");
                }
            });
            roundTrips = new RoundTrips(held, SETTINGS);
        }

        /** That many more call, and are waiting when this returns. */
        void come(int count) {
            for (int i = 0; i < count; i++) {
                CompletableFuture<String> outcome = new CompletableFuture<>();
                outcomes.add(outcome);
                callers.add(Thread.startVirtualThread(() -> outcome.complete(outcome())));
            }
            Eventually.holds("all wait", () -> callers.stream()
                    .allMatch(caller ->
                            caller.getState() == Thread.State.WAITING || caller.getState() == Thread.State.TERMINATED));
        }

        void end(Trip how) {
            ends.add(how);
        }

        List<String> outcomes() {
            return outcomes.stream()
                    .map(each -> each.orTimeout(WAIT_S, TimeUnit.SECONDS).join())
                    .toList();
        }

        private String outcome() {
            try {
                roundTrips.await();
                return "there";
            } catch (IOException | InterruptedException e) {
                return "not connected";
            }
        }

        @Override
        public void close() throws InterruptedException {
            callers.forEach(Thread::interrupt);
            real.close();
        }
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
