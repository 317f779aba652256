package io.ringside.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.testkit.Floor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamLogTest {
    @Test
    void aStreamIsReadFromAnySequenceToItsEnd() throws Exception {
        Floor.shared().freshStreams();
        try (Connection nats = Floor.shared().connect()) {
            assertThat(StreamLog.read(nats, "EVENTS", 1)).isEmpty();
            for (int i = 1; i <= 3; i++) {
                nats.jetStream()
                        .publish(NatsMessage.builder()
                                .subject("evt.order.accepted.1.A.o" + i)
                                .headers(new Headers().add(io.ringside.contracts.Headers.MESSAGE_ID, "m" + i))
                                .data("body", StandardCharsets.UTF_8)
                                .build());
            }

            assertThat(StreamLog.end(nats, "EVENTS")).isEqualTo(3);
            assertThat(StreamLog.read(nats, "EVENTS", 2))
                    .extracting(StreamLog.Stored::messageId, StreamLog.Stored::sequence, StreamLog.Stored::inBatch)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("m2", 2L, false),
                            org.assertj.core.groups.Tuple.tuple("m3", 3L, false));
            assertThat(StreamLog.read(nats, "EVENTS", 4)).isEmpty();
        }
    }
}
