package io.ringside.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.HandMovedClock;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The call against answers of every kind on a real nats-server. */
class RiskCallTest {
    private static final List<ReserveRisk.Request> ORDERS = List.of(
            new ReserveRisk.Request("ACC1", "c-1", "alice", "TIN", Side.BUY, OrderType.MARKET, "1", null, null, null));
    private static final Verdict APPROVED = new Verdict("ACC1", "c-1", true, null, null, 1, "100.00", null);

    private final Connection connection = Floor.shared().connect();
    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T12:00:00Z");
    private final RiskCallSettings settings = new RiskCallSettings(Eventually.DEADLINE, 3, Duration.ofSeconds(1));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RiskCall call = new RiskCall(connection, settings, clock, metrics);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void givesTheVerdictsByOrder() throws Exception {
        answer(Function.identity());
        assertThat(call.ask(ORDERS)).isEqualTo(Map.of(new CommandKey("ACC1", "c-1"), APPROVED));
    }

    @Test
    void asksNobodyForNothing() throws Exception {
        answer(Function.identity());
        assertThat(call.ask(List.of())).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void takesAnErrorOrNonsenseForNoAnswer() throws Exception {
        Dispatcher failing = answer(RiskCallTest::error);
        assertThat(call.ask(ORDERS)).isEmpty();
        connection.closeDispatcher(failing);
        answer(message -> NatsMessage.builder()
                .subject(message.getSubject())
                .data("nonsense")
                .build());
        assertThat(call.ask(ORDERS)).isEmpty();
    }

    @Test
    void leavesARiskCheckThatFailsAloneForAWhileAndThenTriesOnce() throws Exception {
        Dispatcher failing = answer(RiskCallTest::error);
        for (int i = 0; i < 5; i++) {
            assertThat(call.ask(ORDERS)).isEmpty();
        }
        assertThat(asked).hasValue(3);
        assertThat(breaker()).as("open").isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(call.ask(ORDERS)).isEmpty();
        assertThat(call.ask(ORDERS)).isEmpty();
        assertThat(asked).as("one probe that fails").hasValue(4);

        connection.closeDispatcher(failing);
        answer(Function.identity());
        assertThat(call.ask(ORDERS)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(call.ask(ORDERS)).hasSize(1);
        assertThat(breaker()).as("closed").isZero();
        assertThat(metrics.counter("ringside.risk.call.unanswered").count()).isEqualTo(4);
        assertThat(metrics.counter("ringside.risk.call.not.asked").count()).isEqualTo(4);
    }

    @Test
    void refusesAtOnceWhenNobodyAnsweredForLong() throws Exception {
        connection.createDispatcher(message -> asked.incrementAndGet()).subscribe(Subjects.RISK_RESERVE);
        connection.flush(Eventually.DEADLINE);
        RiskCallSettings hasty = new RiskCallSettings(Duration.ofMillis(300), 3, Duration.ofSeconds(1));
        RiskCall unheard = new RiskCall(connection, hasty, clock, metrics);
        for (int i = 0; i < 3; i++) {
            assertThat(unheard.ask(ORDERS)).isEmpty();
        }
        Eventually.holds("three questions", () -> asked.get() == 3);
        assertThat(unheard.ask(ORDERS)).isEmpty();
        assertThat(metrics.counter("ringside.risk.call.unanswered").count()).isEqualTo(3);
        assertThat(metrics.counter("ringside.risk.call.not.asked").count()).isEqualTo(1);
        assertThat(asked).hasValue(3);
    }

    @Test
    void keepsTheOrdersWhenItIsCutOffItself() throws Exception {
        try (NatsServer away = Floor.shared().freshNats();
                Connection cutOff = Nats.connect(Options.builder()
                        .server(away.url())
                        .reconnectBufferSize(0)
                        .connectionTimeout(Eventually.DEADLINE)
                        .maxReconnects(-1)
                        .build())) {
            CountDownLatch disconnected = new CountDownLatch(1);
            cutOff.addConnectionListener((from, event) -> {
                if (event == ConnectionListener.Events.DISCONNECTED) {
                    disconnected.countDown();
                }
            });
            away.kill();
            assertThat(disconnected.await(Eventually.DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            RiskCall call = new RiskCall(cutOff, settings, clock, new SimpleMeterRegistry());
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> call.ask(ORDERS))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("nats-server is away");
            }
        }
    }

    @Test
    void givesNoAnswerWhenItIsStoppedWhileItAsks() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> call.ask(ORDERS)).isInstanceOf(UncheckedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Dispatcher answer(Function<Message, Message> change) throws Exception {
        Dispatcher dispatcher = connection.createDispatcher(message -> {
            asked.incrementAndGet();
            Message answer = NatsMessage.builder()
                    .subject(message.getReplyTo())
                    .data(Wire.encode(new RiskVerdicts(List.of(APPROVED))))
                    .build();
            connection.publish(change.apply(answer));
        });
        dispatcher.subscribe(Subjects.RISK_RESERVE);
        connection.flush(Eventually.DEADLINE);
        return dispatcher;
    }

    private static Message error(Message answer) {
        Headers headers = new Headers();
        headers.put("Nats-Service-Error", "the call could not be decided");
        headers.put("Nats-Service-Error-Code", "503");
        return NatsMessage.builder()
                .subject(answer.getSubject())
                .headers(headers)
                .build();
    }

    private double breaker() {
        return metrics.get("ringside.risk.call.breaker").gauge().value();
    }
}
