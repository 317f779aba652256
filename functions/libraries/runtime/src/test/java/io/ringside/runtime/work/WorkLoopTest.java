package io.ringside.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.WorkFunction;
import io.ringside.testkit.Floor;
import io.ringside.testkit.MadeAgain;
import io.ringside.testkit.StoredMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkLoopTest {
    private static final long DEADLINE_S = 120;
    /** No delay is ever longer than it must be. */
    private static final RandomGenerator AT_ONCE = () -> 0L;

    private NatsServer server;
    private Connection nats;
    private final Courier courier = new Courier();

    @BeforeEach
    void open() {
        server = Floor.shared().freshNats();
        nats = Floor.connect(server);
    }

    @AfterEach
    void close() throws Exception {
        nats.close();
        server.close();
    }

    @Test
    void doesNotStartWithoutItsConsumer() {
        assertThatThrownBy(() -> WorkLoop.start(courier, nats, new Random(1)))
                .isInstanceOf(JetStreamApiException.class);
    }

    @Test
    void triesAgainAfterAFailureAndAcknowledgesWhatSucceeded() throws Exception {
        bind();
        send("c1", "fails-twice");
        send("c2", "fine");
        try (WorkLoop<CancelOrder> loop = WorkLoop.start(courier, nats, new Random(1))) {
            assertThat(List.of(courier.next(), courier.next()))
                    .containsExactlyInAnyOrder("c2 delivery 1", "c1 delivery 3");
        }
        nothingIsPending();
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void whatCanNeverSucceedBecomesADeadLetterAtOnce() throws Exception {
        bind();
        send("c1", "never");
        nats.jetStream()
                .publish("evt.order.cancelled.1.ACC.x", "garbage".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        send("c2", "fine");
        try (WorkLoop<CancelOrder> loop = WorkLoop.start(courier, nats, new Random(1))) {
            assertThat(courier.next()).isEqualTo("c2 delivery 1");
        }
        assertThat(deadLetters())
                .hasSize(2)
                .anySatisfy(cause -> assertThat(cause).isEqualTo("PermanentFailure: gone for good"))
                .anySatisfy(cause -> assertThat(cause).startsWith("not a CancelOrder"));
        nothingIsPending();
    }

    @Test
    void aStopWaitsForWorkUnderWayAndGivesBackTheRest() throws Exception {
        bind();
        for (int i = 1; i <= 6; i++) {
            send("slow" + i, "slow");
        }
        WorkLoop<CancelOrder> loop = WorkLoop.start(courier, nats, new Random(1));
        assertThat(courier.begun.await(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        Thread stop = Thread.ofVirtual().start(loop::close);
        courier.release.countDown();
        stop.join();
        List<String> done = new ArrayList<>(courier.done);
        assertThat(done).as("what was under way").hasSizeGreaterThanOrEqualTo(2);
        courier.done.clear();
        try (WorkLoop<CancelOrder> next = WorkLoop.start(courier, nats, new Random(1))) {
            while (done.size() < 6) {
                done.add(courier.next());
            }
        }
        assertThat(done.stream().map(line -> line.substring(0, 5)))
                .containsExactlyInAnyOrder("slow1", "slow2", "slow3", "slow4", "slow5", "slow6");
        nothingIsPending();
    }

    @Test
    void whatFailsEachTimeBecomesADeadLetterAfterItsLastDelivery() throws Exception {
        bind();
        send("c1", "always");
        try (WorkLoop<CancelOrder> loop = WorkLoop.start(courier, nats, AT_ONCE)) {
            until("a dead letter", () -> !deadLetters().isEmpty());
        }
        assertThat(deadLetters()).containsExactly("IllegalStateException: as ever");
        assertThat(courier.failures).hasValue(WorkLoop.DELIVERIES_MAX);
        nothingIsPending();
    }

    @Test
    void whatCannotBeSetAsideComesAgainUntilItCan() throws Exception {
        bind();
        var management = nats.jetStreamManagement();
        var configuration = management.getStreamInfo("DEADLETTERS").getConfiguration();
        management.deleteStream("DEADLETTERS");
        send("c1", "never");
        try (WorkLoop<CancelOrder> loop = WorkLoop.start(courier, nats, AT_ONCE)) {
            until("some tries", () -> courier.failures.get() > 2);
            MadeAgain.stream(management, configuration);
            until("a dead letter", () -> !deadLetters().isEmpty());
        }
        assertThat(deadLetters()).containsExactly("PermanentFailure: gone for good");
        nothingIsPending();
    }

    @Test
    void goesOnWhenTheServerComesBack() throws Exception {
        bind();
        try (WorkLoop<CancelOrder> loop = WorkLoop.start(courier, nats, AT_ONCE)) {
            send("c1", "fine");
            assertThat(courier.next()).isEqualTo("c1 delivery 1");
            server.kill();
            server.restart();
            until("a new connection", () -> nats.getStatistics().getReconnects() == 1);
            send("c2", "fine");
            String line = courier.next();
            // The server stores acknowledgements some time after it heard them: killed before, it delivers again.
            while (line.startsWith("c1 delivery")) {
                line = courier.next();
            }
            assertThat(line).startsWith("c2 delivery");
        }
    }

    private void bind() throws Exception {
        nats.jetStreamManagement()
                .addOrUpdateConsumer(
                        "EVENTS",
                        ConsumerConfiguration.builder()
                                .durable("courier")
                                .ackPolicy(AckPolicy.Explicit)
                                .ackWait(Duration.ofSeconds(30))
                                .maxDeliver(WorkLoop.DELIVERIES_MAX + 2)
                                .build());
    }

    private void send(String id, String behaviour) throws Exception {
        nats.jetStream()
                .publish("evt.order.cancelled.1.ACC.x", Wire.encode(new CancelOrder(id, behaviour, "ACC", "alice")));
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_S);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** The server takes an acknowledgement or a termination in after it was sent. */
    private void nothingIsPending() throws Exception {
        until("nothing pending", () -> pending() == 0);
    }

    private long pending() throws Exception {
        var info = nats.jetStreamManagement().getConsumerInfo("EVENTS", "courier");
        return info.getNumPending() + info.getNumAckPending();
    }

    private List<String> deadLetters() {
        return StoredMessages.in(nats, "DEADLETTERS", "dlq.courier").stream()
                .map(letter -> String.valueOf(letter.getHeaders().getFirst("Ringside-Cause")))
                .toList();
    }

    /** Behaves as the message tells it to. */
    private static final class Courier implements WorkFunction<CancelOrder> {
        private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(2);
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public String name() {
            return "courier";
        }

        @Override
        public String stream() {
            return "EVENTS";
        }

        @Override
        public Class<CancelOrder> body() {
            return CancelOrder.class;
        }

        @Override
        public int concurrency() {
            return 2;
        }

        @Override
        public void handle(WorkItem<CancelOrder> item) throws Exception {
            switch (item.body().originalClientOrderId()) {
                case "fails-twice" -> {
                    if (item.delivered() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                }
                case "never" -> {
                    failures.incrementAndGet();
                    throw new PermanentFailure("gone for good");
                }
                case "always" -> {
                    failures.incrementAndGet();
                    throw new IllegalStateException("as ever");
                }
                case "slow" -> {
                    begun.countDown();
                    release.await();
                }
                default -> {}
            }
            done.add(item.body().clientOrderId() + " delivery " + item.delivered());
        }

        private String next() throws InterruptedException {
            return String.valueOf(done.poll(DEADLINE_S, TimeUnit.SECONDS));
        }
    }
}
