package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.Connection;
import io.ringside.contracts.SystemSubjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemSeverity;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.HandMovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators tell reaches every socket that asked for it, and whoever comes while it holds. */
class SystemNotificationTest {
    private static final String NOTHING = "{\"channel\":\"system\",\"type\":\"system.list\",\"data\":{}}";

    /** Too soon for a ping. */
    private static final Duration LATER = Duration.ofSeconds(10);

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private final Instant start = clock.instant();
    private GatewayUnderTest gateway;

    @BeforeEach
    void open() {
        gateway = GatewayUnderTest.start(clock, Map.of());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void isToldToWhoeverIsConnectedAndToWhoeverConnectsUntilItIsWithdrawn() throws Exception {
        SystemNotification told = notification("n-1", start, null, null, 1);
        try (ClientSocket alice = gateway.connect("alice", "[\"system\"]", "{}")) {
            assertThat(alice.push("system")).isEqualTo(GatewayUnderTest.json(NOTHING));
            publish(gateway.nats(), told);
            assertThat(alice.push("system")).isEqualTo(begun(told));
            try (ClientSocket bob = gateway.connect("bob", "[\"system\"]", "{}")) {
                assertThat(bob.push("system")).isEqualTo(whole(told));
                publish(gateway.nats(), notification("n-1", start, null, start, 2));
                assertThat(alice.push("system")).isEqualTo(ended("n-1", "WITHDRAWN", start));
                assertThat(bob.push("system")).isEqualTo(ended("n-1", "WITHDRAWN", start));
            }
            try (ClientSocket late = gateway.connect("bob", "[\"system\"]", "{}")) {
                assertThat(late.push("system")).isEqualTo(GatewayUnderTest.json(NOTHING));
            }
        }
    }

    @Test
    void beginsAndEndsByTheClock() throws Exception {
        SystemNotification told =
                notification("n-1", start.plus(LATER), start.plus(LATER).plus(LATER), null, 1);
        publish(gateway.nats(), told);
        try (ClientSocket socket = gateway.connect("alice", "[\"system\"]", "{}")) {
            assertThat(socket.push("system")).isEqualTo(GatewayUnderTest.json(NOTHING));
            clock.advance(LATER);
            assertThat(socket.push("system")).isEqualTo(begun(told));
            Instant end = clock.advance(LATER);
            assertThat(socket.push("system")).isEqualTo(ended("n-1", "OVER", end));
        }
    }

    @Test
    void isNotToldToWhoeverDidNotAskOrUnsubscribed() throws Exception {
        try (ClientSocket without = gateway.connect("alice", "[\"quotes.ADA-XBT\"]", "{}");
                ClientSocket with = gateway.connect("bob", "[\"system\"]", "{}")) {
            with.push("system");
            with.ask("\"unsubscribe\":{\"channels\":[\"system\"]}");
            publish(gateway.nats(), notification("n-1", start, null, null, 1));
            assertThat(with.ask("\"subscribe\":{\"channels\":[\"system\"]}").get("result"))
                    .isNotNull();
            assertThat(with.push("system").get("type").getStringValue()).isEqualTo("system.list");
            without.ask("\"ping\":{}");
            assertThat(without.nothingCameEarly()).isTrue();
        }
    }

    @Test
    void whatWasWithdrawnWhileNatsWasAwayEndsWhenItIsBack() throws Exception {
        try (NatsServer own = Floor.shared().freshNats();
                GatewayUnderTest node = GatewayUnderTest.startOn(own, gateway.database(), Map.of());
                Connection operator = Floor.connect(own);
                ClientSocket socket = node.connect("alice", "[\"system\"]", "{}")) {
            socket.push("system");
            SystemNotification told = notification("n-1", start, null, null, 1);
            publish(operator, told);
            assertThat(socket.push("system")).isEqualTo(begun(told));
            own.kill();
            own.restart();
            Floor.awaitReconnected(operator);
            publish(operator, notification("n-1", start, null, start, 2));
            assertThat(socket.push("system").get("type").getStringValue()).isEqualTo("system.ended");
        }
    }

    private static void publish(Connection nats, SystemNotification notification) throws Exception {
        nats.jetStream().publish(SystemSubjects.notification(notification.notificationId()), Wire.encode(notification));
        nats.flush(Eventually.DEADLINE);
    }

    private SystemNotification notification(
            String id, Instant from, @Nullable Instant until, @Nullable Instant withdrawn, long version) {
        String text = "The floor restarts.";
        return new SystemNotification(id, SystemSeverity.WARNING, text, from, until, withdrawn, version, start);
    }

    private static JsonNode begun(SystemNotification told) {
        return push("system.notification", json(told));
    }

    private static JsonNode whole(SystemNotification told) {
        return push("system.list", "{\"notifications\":[" + json(told) + "]}");
    }

    private static JsonNode ended(String id, String reason, Instant at) {
        return push(
                "system.ended",
                "{\"notificationId\":\"%s\",\"reason\":\"%s\",\"at\":\"%s\"}".formatted(id, reason, at));
    }

    private static JsonNode push(String type, String data) {
        return GatewayUnderTest.json("{\"channel\":\"system\",\"type\":\"%s\",\"data\":%s}".formatted(type, data));
    }

    private static String json(SystemNotification told) {
        return new String(Wire.encode(told), StandardCharsets.UTF_8);
    }
}
