package io.ringside.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.nats.client.Connection;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.provision.servers.NatsServer;
import io.ringside.runtime.FunctionApplication;
import io.ringside.runtime.WorkFunction;
import io.ringside.testkit.Floor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A work function in an application of its own. */
class WorkHostTest {
    private final NatsServer server = Floor.shared().freshNats();
    private final Connection nats = Floor.connect(server);

    @AfterEach
    void close() throws Exception {
        nats.close();
        server.close();
    }

    @Test
    void carriesOutWhatItsConsumerBringsUntilItIsStopped() throws Exception {
        nats.jetStreamManagement()
                .addOrUpdateConsumer(
                        "EVENTS",
                        ConsumerConfiguration.builder()
                                .durable("porter")
                                .ackPolicy(AckPolicy.Explicit)
                                .build());
        try (ApplicationContext running = start()) {
            send("c1");
            assertThat(running.getBean(Porter.class).carried.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("c1");
        }
        send("c2");
        assertThat(nats.jetStreamManagement()
                        .getConsumerInfo("EVENTS", "porter")
                        .getNumPending())
                .isEqualTo(1);
    }

    @Test
    void doesNotStartWithoutItsConsumer() {
        assertThatThrownBy(this::start)
                .hasStackTraceContaining("porter cannot bind to its consumer in EVENTS: consumer not found");
    }

    private ApplicationContext start() {
        return FunctionApplication.run(
                "porter", WorkHostTest.class, Map.of("NATS_URL", server.url(), "porter", "true"));
    }

    private void send(String id) throws Exception {
        nats.jetStream().publish("evt.order.cancelled.1.ACC.x", Wire.encode(new CancelOrder(id, "o", "ACC", "alice")));
    }

    /** Writes down what it is handed. */
    @Singleton
    @Requires(property = "porter")
    static final class Porter implements WorkFunction<CancelOrder> {
        private final BlockingQueue<String> carried = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "porter";
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
            return 1;
        }

        @Override
        public void handle(WorkItem<CancelOrder> item) {
            carried.add(item.body().clientOrderId());
        }
    }
}
