package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.Told;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is asked for behind a subscription finds it done: the server stands still until all of it was heard. */
@OverEveryTransport
class RequestOrderTest {
    private static final int WAITING_MAX = 64;
    private static final String BOTH = Requests.subscribe("inbox", "alerts");
    private static final String NO_ALERTS = Requests.unsubscribe("alerts");
    private static final String NO_PRESENCE = Requests.unsubscribe("presence");
    private static final String BAD_COMMAND = Requests.command("order.submit", "{}");

    private final Scene scene;

    RequestOrderTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void oneOfTwoChannelsIsLeftWhenBothHaveAnsweredAndTheOtherGoesOn() {
        awaitNoFollowers();
        try (ClientSocket client = scene.connect()) {
            askWhileTheServerStands(client, BOTH, NO_ALERTS);
            assertThat(replies(client, 2)).containsExactly("subscribed [alerts, inbox]", "unsubscribed [alerts]");
            assertThat(followers()).isEqualTo(1);
            scene.inbox().publish(1);
            assertThat(Told.numberOf(client.push("inbox"))).isEqualTo(1);
        }
    }

    @Test
    void oneOfTwoChannelsStartsAgainWhenBothHaveAnsweredAndTheOtherGoesOn() {
        awaitNoFollowers();
        try (ClientSocket client = scene.connect()) {
            askWhileTheServerStands(client, BOTH, Requests.resync("alerts", "null"));
            assertThat(replies(client, 2)).containsExactly("subscribed [alerts, inbox]", "subscribed [alerts]");
            assertThat(followers()).isEqualTo(2);
            scene.inbox().publish(1);
            scene.alerts().publish(1);
            assertThat(Told.numberOf(client.push("inbox"))).isEqualTo(1);
            assertThat(Told.numberOf(client.push("alerts"))).isEqualTo(1);
        }
    }

    @Test
    void aConflatedChannelThatWasAskedForBesideIsLeftToo() {
        try (ClientSocket client = scene.connect()) {
            askWhileTheServerStands(client, Requests.subscribe("inbox", "presence"), NO_PRESENCE);
            assertThat(replies(client, 2)).containsExactly("subscribed [inbox, presence]", "unsubscribed [presence]");
        }
    }

    @Test
    void aConflatedChannelOfConnectIsLeftToo() {
        String ticket = scene.ticket();
        try (ClientSocket client = scene.open()) {
            askWhileTheServerStands(client, Requests.connect(ticket, "presence"), NO_PRESENCE);
            assertThat(replies(client, 2)).containsExactly("connected [presence]", "unsubscribed [presence]");
        }
    }

    @Test
    void aCommandWaitsForNoSubscriptionUnlessItWasSentBehindWhatDoes() {
        try (ClientSocket client = scene.connect()) {
            whileTheServerStands(() -> {
                client.send(BOTH);
                assertThat(client.ask(BAD_COMMAND).get("error").get("code").getStringValue())
                        .isEqualTo("MALFORMED");
                client.send(NO_ALERTS);
                client.send(BAD_COMMAND);
                client.awaitHeard();
            });
            assertThat(replies(client, 3))
                    .containsExactly("subscribed [alerts, inbox]", "unsubscribed [alerts]", "error MALFORMED");
        }
    }

    @Test
    void sixtyFourRequestsMayWait() {
        try (ClientSocket client = scene.connect()) {
            whileTheServerStands(() -> {
                client.send(BOTH);
                for (int i = 0; i < WAITING_MAX; i++) {
                    client.send(Requests.PING);
                }
                client.awaitHeard();
            });
            assertThat(replies(client, 1)).containsExactly("subscribed [alerts, inbox]");
            for (int i = 0; i < WAITING_MAX; i++) {
                assertThat(client.next().get("result").get("pong")).isNotNull();
            }
        }
    }

    @Test
    void whoLetsMoreWaitIsClosedAndMayComeBackLater() {
        try (ClientSocket client = scene.connect()) {
            whileTheServerStands(() -> {
                client.send(BOTH);
                for (int i = 0; i <= WAITING_MAX; i++) {
                    client.send(Requests.PING);
                }
                scene.assertClosed(client, 1013, "try again later", ",'retryAfterMs':2000");
            });
        }
    }

    /** Both requests are heard before the server answers anything. */
    private void askWhileTheServerStands(ClientSocket client, String first, String second) {
        whileTheServerStands(() -> {
            client.send(first);
            client.send(second);
            client.awaitHeard();
        });
    }

    private void whileTheServerStands(Runnable task) {
        NatsServer nats = scene.gateways().nats();
        nats.process().suspend();
        try {
            task.run();
        } finally {
            nats.process().resume();
        }
    }

    /** The next replies, whatever they answer: what was done with which channels. */
    private static List<String> replies(ClientSocket client, int count) {
        return Stream.generate(() -> client.await(message -> message.get("id") != null))
                .limit(count)
                .map(reply -> reply.get("error") == null
                        ? told(reply.get("result").entries().iterator().next())
                        : "error " + reply.get("error").get("code").getStringValue())
                .toList();
    }

    private static String told(Map.Entry<String, JsonNode> result) {
        JsonNode channels =
                result.getKey().equals("connected") ? result.getValue().get("channels") : result.getValue();
        Set<String> names = new TreeSet<>();
        if (channels.isArray()) {
            channels.values().forEach(name -> names.add(name.getStringValue()));
        } else {
            channels.entries().forEach(channel -> names.add(channel.getKey()));
        }
        return result.getKey() + ' ' + names;
    }

    /** Those of tests before this one leave in their own time. */
    private void awaitNoFollowers() {
        Eventually.holds("nobody follows a personal channel", () -> followers() == 0);
    }

    private int followers() {
        return (int) scene.gateways()
                .one()
                .beans()
                .getBean(MeterRegistry.class)
                .get("ringside.gateway.followers")
                .gauge()
                .value();
    }
}
