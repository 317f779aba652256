package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.json.tree.JsonNode;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is asked for behind a subscription finds it done: the server stands still until all of it was heard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialogueOrderTest {
    private static final String BOTH = "\"subscribe\":{\"channels\":[\"inbox\",\"alerts\"],\"positions\":{}}";
    private static final String NO_ALERTS = "\"unsubscribe\":{\"channels\":[\"alerts\"]}";
    private static final String NO_PRESENCE = "\"unsubscribe\":{\"channels\":[\"presence\"]}";

    private static final String BAD_COMMAND = "\"command\":{\"type\":\"order.submit\",\"body\":{}}";

    private NatsServer nats;
    private GatewayUnderTest gateway;
    private int users;
    private String user = "nobody";

    @BeforeAll
    void start() {
        nats = Floor.shared().freshNats();
        Database database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        gateway = GatewayUnderTest.startOn(nats, database, Map.of());
    }

    /** Whom the gateway does not know yet: it has to ask the server. */
    @BeforeEach
    void moveIn() {
        user = "hasty-" + ++users;
        FloorPeople.moveIn(gateway.database(), user);
    }

    @AfterAll
    void stop() {
        gateway.close();
        nats.close();
    }

    @Test
    void oneOfTwoChannelsIsLeftWhenBothHaveAnsweredAndTheOtherGoesOn() throws Exception {
        try (ClientSocket socket = gateway.connect(user, "[]", "{}");
                var publisher = Floor.connect(nats)) {
            askWhileTheServerStands(socket, BOTH, NO_ALERTS);
            assertThat(replies(socket, 2)).containsExactly("subscribed [alerts, inbox]", "unsubscribed [alerts]");
            assertThat(followers()).isEqualTo(1);
            new Notices(publisher, user).publish(1);
            assertThat(Told.numberOf(socket.push("inbox"))).isEqualTo(1);
        }
    }

    @Test
    void oneOfTwoChannelsStartsAgainWhenBothHaveAnsweredAndTheOtherGoesOn() throws Exception {
        try (ClientSocket socket = gateway.connect(user, "[]", "{}");
                var publisher = Floor.connect(nats)) {
            askWhileTheServerStands(socket, BOTH, "\"resync\":{\"channel\":\"alerts\",\"position\":null}");
            assertThat(replies(socket, 2)).containsExactly("subscribed [alerts, inbox]", "subscribed [alerts]");
            assertThat(followers()).isEqualTo(2);
            new Notices(publisher, user).publish(1);
            Notices.ofAlerts(publisher, user).publish(1);
            assertThat(Told.numberOf(socket.push("inbox"))).isEqualTo(1);
            assertThat(Told.numberOf(socket.push("alerts"))).isEqualTo(1);
        }
    }

    @Test
    void aConflatedChannelThatWasAskedForBesideIsLeftToo() {
        try (ClientSocket socket = gateway.connect(user, "[]", "{}")) {
            askWhileTheServerStands(
                    socket, "\"subscribe\":{\"channels\":[\"inbox\",\"presence\"],\"positions\":{}}", NO_PRESENCE);
            assertThat(replies(socket, 2)).containsExactly("subscribed [inbox, presence]", "unsubscribed [presence]");
        }
    }

    @Test
    void aConflatedChannelOfTheGreetingIsLeftToo() {
        String ticket = gateway.ticket(gateway.token(user));
        try (ClientSocket socket = gateway.socket()) {
            askWhileTheServerStands(
                    socket,
                    "\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":[\"presence\"],\"positions\":{}}"
                            .formatted(ticket),
                    NO_PRESENCE);
            assertThat(replies(socket, 2)).containsExactly("connected [presence]", "unsubscribed [presence]");
        }
    }

    @Test
    void aCommandWaitsForNoSubscriptionUnlessItWasSentBehindWhatDoes() {
        try (ClientSocket socket = gateway.connect(user, "[]", "{}")) {
            nats.process().suspend();
            try {
                socket.send(BOTH);
                assertThat(socket.ask(BAD_COMMAND).get("error").get("code").getStringValue())
                        .isEqualTo("MALFORMED");
                socket.send(NO_ALERTS);
                socket.send(BAD_COMMAND);
                socket.awaitHeard();
            } finally {
                nats.process().resume();
            }
            assertThat(replies(socket, 3))
                    .containsExactly("subscribed [alerts, inbox]", "unsubscribed [alerts]", "error MALFORMED");
        }
    }

    /** Both requests are heard before the server answers anything. */
    private void askWhileTheServerStands(ClientSocket socket, String first, String second) {
        nats.process().suspend();
        try {
            socket.send(first);
            socket.send(second);
            socket.awaitHeard();
        } finally {
            nats.process().resume();
        }
    }

    /** The next replies, whatever they answer: what was done with which channels. */
    private static List<String> replies(ClientSocket socket, int count) {
        return Stream.generate(() -> socket.await(message -> message.get("id") != null))
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

    private int followers() {
        return (int) gateway.beans()
                .getBean(MeterRegistry.class)
                .get("ringside.gateway.followers")
                .gauge()
                .value();
    }
}
