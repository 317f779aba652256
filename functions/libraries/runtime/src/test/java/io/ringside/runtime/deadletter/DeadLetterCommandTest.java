package io.ringside.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Floor;
import io.ringside.testkit.StoredMessages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterCommandTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private NatsServer server;
    private Connection nats;

    @BeforeEach
    void setAside() throws Exception {
        server = Floor.shared().freshNats();
        nats = Floor.connect(server);
        for (String id : List.of("one", "two")) {
            Headers headers = new Headers();
            headers.put(DeadLetterHeaders.CAUSE, "IllegalStateException: cannot swallow " + id);
            headers.put(DeadLetterHeaders.SUBJECT, "cmd.order.submit.3.ACC");
            headers.put(DeadLetterHeaders.STREAM, "COMMANDS");
            headers.put(DeadLetterHeaders.SEQUENCE, "17");
            headers.put(DeadLetterHeaders.ORIGINAL_ID, id);
            headers.put(io.ringside.contracts.Headers.USER, "alice");
            headers.put(io.ringside.contracts.Headers.TRACE_PARENT, TRACE);
            nats.jetStream()
                    .publish(NatsMessage.builder()
                            .subject("dlq.ledger")
                            .headers(headers)
                            .data("body of " + id)
                            .build());
        }
    }

    @AfterEach
    void close() throws Exception {
        nats.close();
        server.close();
    }

    @Test
    void listsEachWithItsCause() throws Exception {
        assertThat(run("list")).isZero();
        assertThat(text().lines().toList())
                .satisfiesExactly(
                        one -> assertThat(one).contains("1").contains("ledger").endsWith("cannot swallow one"),
                        two -> assertThat(two).contains("2").endsWith("cannot swallow two"),
                        count -> assertThat(count).isEqualTo("2 dead letters"));
    }

    @Test
    void showsOneWithItsBody() throws Exception {
        assertThat(run("show", "2")).isZero();
        assertThat(text())
                .contains("cause      IllegalStateException: cannot swallow two")
                .contains("original   two, sequence 17 of COMMANDS")
                .contains("user       alice")
                .contains("trace      " + TRACE)
                .contains("body       body of two");
    }

    @Test
    void replaySendsTheOriginalAgainAndRemovesItHere() throws Exception {
        assertThat(run("replay", "1")).isZero();
        assertThat(StoredMessages.in(nats, "COMMANDS", "cmd.>")).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).isEqualTo("cmd.order.submit.3.ACC");
            assertThat(new String(message.getData(), StandardCharsets.UTF_8)).isEqualTo("body of one");
            assertThat(message.getHeaders().getFirst("Ringside-User")).isEqualTo("alice");
            assertThat(message.getHeaders().getFirst("traceparent")).isEqualTo(TRACE);
            assertThat(DeadLetterBox.originalId(message.getHeaders().getFirst("Nats-Msg-Id")))
                    .isEqualTo("one");
        });
        assertThat(run("show", "1")).isEqualTo(1);
        assertThat(run("show", "2")).isZero();
    }

    @Test
    void discardRemovesItAndSendsNothing() throws Exception {
        assertThat(run("discard", "1")).isZero();
        assertThat(run("discard", "1")).isEqualTo(1);
        assertThat(StoredMessages.in(nats, "COMMANDS", "cmd.>")).isEmpty();
        assertThat(StoredMessages.in(nats, "DEADLETTERS", "dlq.>")).hasSize(1);
    }

    @Test
    void whatIsNotUnderstoodGetsTheUsage() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("show", "first")).isEqualTo(2);
        assertThat(run("burn", "1")).isEqualTo(2);
        assertThat(text()).contains("usage: deadletters list");
    }

    @Test
    void theCommandFindsItsServerByTheEnvironmentAndSaysWhenThereIsNone() throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThat(DeadLetterCommand.execute(Map.of("NATS_URL", server.url()), List.of("list"), out))
                .isZero();
        assertThat(text()).endsWith("2 dead letters\n");
        assertThat(DeadLetterCommand.execute(Map.of("NATS_URL", "nats://127.0.0.1:1"), List.of("list"), out))
                .isEqualTo(1);
        assertThat(text()).endsWith("no nats-server answers at nats://127.0.0.1:1: start the floor, or set NATS_URL\n");
        assertThat(DeadLetterCommand.execute(Map.of(), List.of("--help"), out)).isZero();
        assertThat(text()).contains("usage: deadletters list");
    }

    private int run(String... words) throws Exception {
        return new DeadLetterCommand(new DeadLetterBox(nats), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
