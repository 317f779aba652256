package io.ringside.gateway.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who sends a known request with a wrong field is told which and the rule, and served on. */
@OverEveryTransport
class MalformedRequestTest {
    private final Scene scene;

    MalformedRequestTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void theBodyOfARequestIsAnObject() {
        try (ClientSocket client = scene.connect()) {
            for (String request : List.of(
                    "connect",
                    "subscribe",
                    "unsubscribe",
                    "command",
                    "resync",
                    "refresh",
                    "presence",
                    "pace",
                    "ping")) {
                scene.assertMalformed(client, "'%s':1".formatted(request), request, "must be an object");
            }
        }
    }

    @Test
    void aRequestHasNoFieldThatIsNotKnown() {
        try (ClientSocket client = scene.connect()) {
            for (String request : List.of(
                    "'subscribe':{'channels':[],'more':1}",
                    "'unsubscribe':{'channels':[],'more':1}",
                    "'command':{'type':'order.submit','body':{},'more':1}",
                    "'resync':{'channel':'inbox','more':1}",
                    "'refresh':{'ticket':'a.b','more':1}",
                    "'presence':{'idleSeconds':1,'more':1}",
                    "'pace':{'more':1}",
                    "'ping':{'more':1}")) {
                scene.assertMalformed(
                        client,
                        request,
                        request.substring(1, request.indexOf('\'', 1)) + ".more",
                        "is not a known field");
            }
        }
    }

    @Test
    void aRequestHasTheFieldsThatItNeeds() {
        try (ClientSocket client = scene.connect()) {
            for (String field : List.of(
                    "subscribe.channels",
                    "unsubscribe.channels",
                    "command.type",
                    "resync.channel",
                    "refresh.ticket",
                    "presence.idleSeconds")) {
                scene.assertMalformed(
                        client, "'%s':{}".formatted(field.substring(0, field.indexOf('.'))), field, "is required");
            }
        }
    }

    @Test
    void aTicketIsWrittenInTheLettersOfATicket() {
        try (ClientSocket client = scene.connect()) {
            for (String ticket : List.of("''", "'a b'", "'ä'", "7")) {
                scene.assertMalformed(
                        client, "'refresh':{'ticket':%s}".formatted(ticket), "refresh.ticket", "must be a ticket");
            }
        }
    }

    @Test
    void aChannelIsWrittenAsChannelsAre() {
        try (ClientSocket client = scene.connect()) {
            for (String channel :
                    List.of("''", "'Inbox'", "'quotes.'", "'quotes.**'", "'quotes.a.b'", "'quotes.a b'", "7", "null")) {
                scene.assertMalformed(
                        client,
                        "'subscribe':{'channels':[%s]}".formatted(channel),
                        "subscribe.channels",
                        "must be the name of a channel");
            }
        }
    }

    @Test
    void channelsAreAList() {
        scene.assertMalformed("'subscribe':{'channels':'inbox'}", "subscribe.channels", "must be a list");
    }

    @Test
    void aMessageNamesAtMost256Channels() {
        String channels = IntStream.rangeClosed(1, 257)
                .mapToObj(i -> "'quotes.Q" + i + "'")
                .collect(Collectors.joining(","));
        scene.assertMalformed(
                "'unsubscribe':{'channels':[%s]}".formatted(channels),
                "unsubscribe.channels",
                "may have at most 256 entries");
    }

    @Test
    void aPaceIsOneTo50UpdatesASecond() {
        try (ClientSocket client = scene.connect()) {
            for (String updates : List.of("0", "51", "1.5")) {
                scene.assertMalformed(
                        client,
                        "'pace':{'updatesPerSecond':%s}".formatted(updates),
                        "pace.updatesPerSecond",
                        "must be a whole number from 1 to 50");
            }
        }
    }

    @Test
    void aPaceIs4096To1048576BytesASecond() {
        try (ClientSocket client = scene.connect()) {
            for (String bytes : List.of("4095", "1048577")) {
                scene.assertMalformed(
                        client,
                        "'pace':{'bytesPerSecond':%s}".formatted(bytes),
                        "pace.bytesPerSecond",
                        "must be a whole number from 4096 to 1048576");
            }
        }
    }

    @Test
    void somebodyIsIdleForAWeekAtMost() {
        try (ClientSocket client = scene.connect()) {
            for (String seconds : List.of("-1", "604801")) {
                scene.assertMalformed(
                        client,
                        "'presence':{'idleSeconds':%s}".formatted(seconds),
                        "presence.idleSeconds",
                        "must be a whole number from 0 to 604800");
            }
        }
    }

    @Test
    void theTypeOfACommandIsWrittenAsTypesAre() {
        try (ClientSocket client = scene.connect()) {
            for (String type : List.of("'Order'", "'order_submit'", "''", "7")) {
                scene.assertMalformed(
                        client,
                        "'command':{'type':%s,'body':{}}".formatted(type),
                        "command.type",
                        "must be the type of a command");
            }
        }
    }

    @Test
    void aCommandHasABody() {
        try (ClientSocket client = scene.connect()) {
            for (String body : List.of("", ",'body':null")) {
                scene.assertMalformed(
                        client, "'command':{'type':'order.submit'%s}".formatted(body), "command.body", "is required");
            }
        }
    }

    @Test
    void theBodyOfACommandIsAnObject() {
        scene.assertMalformed("'command':{'type':'order.submit','body':[]}", "command.body", "must be an object");
    }

    @Test
    void whoSaysItsNameWronglyIsToldSoAndMaySayItAgain() {
        try (ClientSocket client = scene.open()) {
            int id = client.send(Requests.quoted("'connect':{'ticket':'a.b','client':'ä','channels':[]}"));
            Scene.assertNext(client, """
                    {'id':%d,'error':{'code':'MALFORMED',\
                    'message':'connect.client must be 1 to 64 printable characters','temporary':false,\
                    'field':'connect.client'}}\
                    """, id);
            int again = client.send(Requests.connect(scene.ticket()));
            assertThat(client.next().get("id").getIntValue()).isEqualTo(again);
            scene.assertServed(client);
        }
    }
}
