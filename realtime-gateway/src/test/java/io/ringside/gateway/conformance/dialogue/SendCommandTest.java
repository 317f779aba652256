package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.TraceParent;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.StoredMessages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Commands on their way to JetStream. */
@OverEveryTransport
class SendCommandTest {
    private static final String UUID = "00000000-0000-4000-8000-000000000001";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int ORDERS_AT_ONCE = 40;

    private final Scene scene;

    SendCommandTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void aCommandIsReceivedOnceTheServerHasIt() {
        try (ClientSocket client = scene.connect()) {
            int id = client.send(Requests.order("c-1", scene.user()));
            JsonNode told = client.next();
            MessageInfo stored = lastOrder();
            Scene.assertSame(told, """
                {'id':%d,'result':{'received':{'commandId':'c-1','stream':'COMMANDS','sequence':%d,'at':'%s'}}}\
                """, id, stored.getSeq(), scene.now());
        }
    }

    @Test
    void aCommandIsItsSendersWhateverElseItSays() {
        try (ClientSocket client = scene.connect()) {
            client.ask(Requests.order("c-1", scene.user()));
            MessageInfo stored = lastOrder();
            String body = new String(Objects.requireNonNull(stored.getData()), StandardCharsets.UTF_8);
            assertThat(Requests.json(body).get("user").getStringValue()).isEqualTo(scene.user());
            assertThat(stored.getHeaders().getFirst("Ringside-User")).isEqualTo(scene.user());
        }
    }

    @Test
    void aTraceBeginsWithEachCommand() {
        try (ClientSocket client = scene.connect()) {
            client.ask(Requests.order("c-1", scene.user()));
            TraceParent first = trace();
            client.ask(Requests.order("c-2", scene.user()));
            assertThat(trace().traceId()).isNotEqualTo(first.traceId());
        }
    }

    private TraceParent trace() {
        return TraceParent.parse(lastOrder().getHeaders().getFirst("traceparent"))
                .orElseThrow();
    }

    private MessageInfo lastOrder() {
        return StoredMessages.in(scene.gateways().connection(), "COMMANDS", "cmd.order.submit.>")
                .getLast();
    }

    @Test
    void theSameCommandAgainIsReceivedOnce() {
        try (ClientSocket client = scene.connect()) {
            JsonNode first = received(client, Requests.order("c-1", scene.user()));
            assertThat(received(client, Requests.order("c-1", scene.user()))).isEqualTo(first);
        }
    }

    @Test
    void anIdThatIsUsedForAnotherBodyGoesOnToWhoeverDecides() {
        try (ClientSocket client = scene.connect()) {
            JsonNode first = received(client, Requests.order("c-1", scene.user()));
            String other = Requests.order("c-1", scene.user()).replace("\"100\"", "\"200\"");
            assertThat(received(client, other).get("sequence").getLongValue())
                    .isGreaterThan(first.get("sequence").getLongValue());
        }
    }

    @Test
    void commandsAreReceivedInTheOrderInWhichTheyCame() {
        try (ClientSocket client = scene.connect()) {
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < ORDERS_AT_ONCE; i++) {
                sent.add("c-" + i);
                client.send(Requests.order("c-" + i, scene.user()));
            }
            Map<Long, String> stored = new java.util.TreeMap<>();
            for (int i = 0; i < ORDERS_AT_ONCE; i++) {
                JsonNode received = client.next().get("result").get("received");
                stored.put(
                        received.get("sequence").getLongValue(),
                        received.get("commandId").getStringValue());
            }
            assertThat(stored.values()).containsExactlyElementsOf(sent);
        }
    }

    @Test
    void aCommandForSomebodyElsesAccountIsForbidden() {
        try (ClientSocket client = scene.connect()) {
            scene.assertRefused(client, Requests.order("c-1", "HARBOUR-1"), """
                {'code':'FORBIDDEN','message':'The account is not yours.','temporary':false}""");
        }
    }

    @Test
    void aRequestForQuotesIsGivenItsId() {
        try (ClientSocket client = scene.connect()) {
            String own = "'clientRfqId':'c-1','account':'%s'".formatted(scene.user());
            JsonNode received = received(
                    client,
                    Requests.command(
                            "rfq.request",
                            "{" + own + ",'instrument':'CA','side':'BUY','quantity':'1','lifeSeconds':60}"));
            assertThat(received.get("rfqId").getStringValue()).matches(UUID_FORM);
        }
    }

    @Test
    void aCommandAboutARequestForQuotesNamesIt() {
        try (ClientSocket client = scene.connect()) {
            JsonNode received = received(client, Requests.command("rfq.pass", """
                {'clientResponseId':'c-1','rfqId':'%s','account':'%s'}""".formatted(UUID, scene.user())));
            assertThat(received.get("rfqId").getStringValue()).isEqualTo(UUID);
        }
    }

    @Test
    void everyKindOfCommandIsReceived() {
        String own = "'account':'%s'".formatted(scene.user());
        String rfq = "'rfqId':'%s',%s".formatted(UUID, own);
        String terms = "'instrument':'CA','side':'SELL','quantity':'1','price':'7'";
        Map<String, String> bodies = Map.of(
                "order.cancel", "{'clientOrderId':'c','originalClientOrderId':'o'," + own + '}',
                "order.amend", "{'clientOrderId':'c','originalClientOrderId':'o','quantity':'2'," + own + '}',
                "order.cancel-all", "{'clientOrderId':'c','side':'BUY'," + own + '}',
                "rfq.quote", "{'clientQuoteId':'c'," + rfq + ',' + terms + '}',
                "rfq.accept", "{'clientResponseId':'c','quoteId':'" + UUID + "','version':1," + rfq + ',' + terms + '}',
                "rfq.cancel", "{'clientResponseId':'c'," + rfq + '}',
                "presence.set", "{'clientCommandId':'c','status':'BUSY','message':'in a call'}",
                "alert.acknowledge", "{'clientCommandId':'c','alertIds':['a-1']}");
        try (ClientSocket client = scene.connect()) {
            bodies.forEach((type, body) -> assertThat(received(
                                    client,
                                    Requests.command(type, body.replace("'c'", "'" + type.replace('.', '-') + "'")))
                            .get("commandId")
                            .getStringValue())
                    .isEqualTo(type.replace('.', '-')));
        }
    }

    private static JsonNode received(ClientSocket client, String command) {
        JsonNode reply = client.ask(command);
        assertThat(reply.get("result")).as("%s", reply.get("error")).isNotNull();
        return reply.get("result").get("received");
    }
}
