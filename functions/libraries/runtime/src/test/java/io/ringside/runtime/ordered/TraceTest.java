package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.TraceParent;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One trace from a command through every fact, notice and audit row that follows from it, whichever function's. */
class TraceTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @Test
    void everyStepKeepsTheTraceOfTheCommandUnderASpanOfItsOwn() throws Exception {
        handle(GIVEN);

        TraceParent fact = trace(floor.facts("ACC").getFirst());
        assertThat(fact.traceId()).isEqualTo(TRACE_ID);
        assertThat(fact.spanId()).isNotEqualTo("00f067aa0ba902b7");
        assertThat(trace(floor.notices().getFirst())).as("what one step makes").isEqualTo(fact);
        assertThat(audited("ledger")).isEqualTo(fact);
        assertThat(audited("follower").traceId()).isEqualTo(TRACE_ID);
        assertThat(audited("follower").spanId()).isNotEqualTo(fact.spanId());
    }

    @Test
    void aMessageWithoutATraceBeginsOne() throws Exception {
        handle(null);

        TraceParent fact = trace(floor.facts("ACC").getFirst());
        assertThat(trace(floor.notices().getFirst())).isEqualTo(fact);
        assertThat(audited("ledger")).isEqualTo(fact);
        assertThat(audited("follower").traceId()).isEqualTo(fact.traceId());
    }

    private void handle(@Nullable String trace) throws Exception {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, "a1");
        if (trace != null) {
            headers.put(io.ringside.contracts.Headers.TRACE_PARENT, trace);
        }
        floor.connection
                .jetStream()
                .publish(NatsMessage.builder()
                        .subject(Subjects.orderCommand("submit", "ACC"))
                        .headers(headers)
                        .data(Wire.encode(new SubmitOrder(
                                "a1",
                                "ACC",
                                "trader",
                                "ADA-XBT",
                                Side.BUY,
                                OrderType.MARKET,
                                TimeInForce.IOC,
                                "1",
                                null,
                                null)))
                        .build());
        try (ApplicationContext both = floor.instance()) {
            LedgerFloor.eventually(
                    "the follower's audit row",
                    DEADLINE,
                    () -> floor.database.number("select count(*) from audit.entry where function = 'follower'") == 1);
        }
    }

    private TraceParent audited(String function) {
        return TraceParent.parse(floor.database
                        .rows("select trace from audit.entry where function = '" + function + "'")
                        .getFirst())
                .orElseThrow();
    }

    private static TraceParent trace(MessageInfo message) {
        return TraceParent.parse(message.getHeaders().getFirst("traceparent")).orElseThrow();
    }
}
