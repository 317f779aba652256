package io.ringside.gateway.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.FloorPeople;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators want clients to use, on a running floor with two gateways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportFlagTest {
    private NatsServer nats;
    private GatewayUnderTest one;
    private GatewayUnderTest other;

    @BeforeAll
    void start() {
        nats = Floor.shared().freshNats();
        Database database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        one = GatewayUnderTest.startOn(nats, database, Map.of());
        other = GatewayUnderTest.startOn(nats, database, Map.of());
    }

    @AfterEach
    void free() throws InterruptedException {
        say("free");
    }

    @AfterAll
    void stop() throws Exception {
        one.close();
        other.close();
        nats.close();
    }

    @Test
    void standsInTheTicketsOfEveryGatewayUntilItIsTakenBack() throws InterruptedException {
        assertThat(told(one)).isNull();
        assertThat(say("sse")).isEqualTo("100 % of the users are to use sse");
        awaitTold("sse");
        assertThat(say("poll", "--share", "100")).isEqualTo("100 % of the users are to use poll");
        awaitTold("poll");
        assertThat(say("show")).isEqualTo("100 % of the users are to use poll");
        assertThat(say("free")).isEqualTo("clients choose by themselves");
        awaitTold(null);
    }

    @Test
    void tellsWhoeverIsOnAnotherTransportToComeBack() throws InterruptedException {
        try (ClientSocket socket = connect(one, TransportKind.SOCKET);
                ClientSocket polling = connect(other, TransportKind.POLL);
                ClientSocket events = connect(other, TransportKind.SSE)) {
            say("sse");
            for (ClientSocket moved : List.of(socket, polling)) {
                JsonNode said = moved.await(message -> message.get("disconnect") != null)
                        .get("disconnect");
                assertThat(said).isEqualTo(GatewayUnderTest.json("""
                            {"code":1012,"reason":"another transport is wanted","reconnect":true,"retryAfterMs":0,\
                            "jitterMs":5000}"""));
                assertThat(moved.closeCode()).isEqualTo(1012);
            }
            assertThat(events.ask("\"ping\":{}").get("result")).isNotNull();
        }
    }

    @Test
    void keepsInAShareThatGrowsWhomItHad() {
        List<String> users =
                IntStream.range(0, 2_000).mapToObj(i -> "user-" + i).toList();
        Steer quarter = new Steer("poll", 25);
        Steer half = new Steer("poll", 50);
        List<String> first =
                users.stream().filter(user -> quarter.of(user).isPresent()).toList();
        List<String> second =
                users.stream().filter(user -> half.of(user).isPresent()).toList();
        assertThat(first).hasSizeBetween(400, 600).isSubsetOf(second);
        assertThat(second).hasSizeBetween(900, 1_100);
        assertThat(quarter.of(first.getFirst())).contains(TransportName.POLL);
        assertThat(users).allMatch(user -> new Steer("sse", Steer.ALL).of(user).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pigeon", "sse --share", "sse --share 0", "sse --share 101", "sse 25", "free now", "show all"
            })
    void isNotUnderstood(String words) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = TransportCommand.execute(
                Map.of("NATS_URL", nats.url()),
                words.isEmpty() ? List.of() : List.of(words.split(" ")),
                print(printed));
        assertThat(status).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("usage: transport ");
    }

    @Test
    void saysThatNoServerAnswers() throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(TransportCommand.execute(Map.of("NATS_URL", "nats://127.0.0.1:1"), List.of("show"), print(printed)))
                .isOne();
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("no nats-server answers at ");
    }

    private String say(String... words) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = TransportCommand.execute(Map.of("NATS_URL", nats.url()), List.of(words), print(printed));
        assertThat(status).as(printed.toString(StandardCharsets.UTF_8)).isZero();
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private void awaitTold(@Nullable String transport) {
        for (GatewayUnderTest each : List.of(one, other)) {
            Eventually.holds("tickets say " + transport, () -> Objects.equals(transport, told(each)));
        }
    }

    private static @Nullable String told(GatewayUnderTest gateway) {
        JsonNode ticket =
                GatewayUnderTest.json(gateway.call("POST", "/api/session/ticket", gateway.token("alice"), null)
                        .body());
        JsonNode transport = ticket.get("transport");
        return transport == null ? null : transport.getStringValue();
    }

    private static ClientSocket connect(GatewayUnderTest gateway, TransportKind kind) {
        ClientSocket session = ClientSocket.over(kind.open(gateway.port(), Opening.PLAIN));
        session.connect(gateway.ticket(gateway.token("alice")), "[]", "{}");
        return session;
    }
}
