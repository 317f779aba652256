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
                assertMalformed(client, "'%s':1".formatted(request), request, "must be an object");
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
                assertMalformed(
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
                assertMalformed(
                        client, "'%s':{}".formatted(field.substring(0, field.indexOf('.'))), field, "is required");
            }
        }
    }

    @Test
    void aTicketIsWrittenInTheLettersOfATicket() {
        try (ClientSocket client = scene.connect()) {
            for (String ticket : List.of("''", "'a b'", "'ä'", "7")) {
                assertMalformed(
                        client, "'refresh':{'ticket':%s}".formatted(ticket), "refresh.ticket", "must be a ticket");
            }
        }
    }

    @Test
    void aChannelIsWrittenAsChannelsAre() {
        try (ClientSocket client = scene.connect()) {
            for (String channel :
                    List.of("''", "'Inbox'", "'quotes.'", "'quotes.**'", "'quotes.a.b'", "'quotes.a b'", "7", "null")) {
                assertMalformed(
                        client,
                        "'subscribe':{'channels':[%s]}".formatted(channel),
                        "subscribe.channels",
                        "must be the name of a channel");
            }
        }
    }

    @Test
    void channelsAreAList() {
        assertMalformed("'subscribe':{'channels':'inbox'}", "subscribe.channels", "must be a list");
    }

    @Test
    void aMessageNamesAtMost256Channels() {
        String channels = IntStream.rangeClosed(1, 257)
                .mapToObj(i -> "'quotes.Q" + i + "'")
                .collect(Collectors.joining(","));
        assertMalformed(
                "'unsubscribe':{'channels':[%s]}".formatted(channels),
                "unsubscribe.channels",
                "may have at most 256 entries");
    }

    @Test
    void positionsAreAnObject() {
        try (ClientSocket client = scene.connect()) {
            for (String positions : List.of("7", "[]", "'inbox'")) {
                assertMalformed(
                        client,
                        "'subscribe':{'channels':[],'positions':%s}".formatted(positions),
                        "subscribe.positions",
                        "must be an object");
            }
        }
    }

    @Test
    void aMessageHasAtMost256Positions() {
        String positions = IntStream.rangeClosed(1, 257)
                .mapToObj(i -> "'quotes.Q%d':{'epoch':'e','sequence':1}".formatted(i))
                .collect(Collectors.joining(","));
        assertMalformed(
                "'subscribe':{'channels':[],'positions':{%s}}".formatted(positions),
                "subscribe.positions",
                "may have at most 256 entries");
    }

    @Test
    void aPositionIsAnObject() {
        assertMalformed("'resync':{'channel':'inbox','position':7}", "resync.position", "must be an object");
    }

    @Test
    void anEpochIsAShortPrintableText() {
        try (ClientSocket client = scene.connect()) {
            for (String epoch : List.of("''", "'ä'", "7")) {
                assertMalformed(
                        client,
                        "'resync':{'channel':'inbox','position':{'epoch':%s,'sequence':1}}".formatted(epoch),
                        "resync.position.epoch",
                        "must be 1 to 128 printable characters");
            }
        }
    }

    @Test
    void aPositionIsAWholeNumberFromZero() {
        try (ClientSocket client = scene.connect()) {
            for (String sequence : List.of("-1", "0.5", "9007199254740992")) {
                assertMalformed(
                        client,
                        "'resync':{'channel':'inbox','position':{'epoch':'e','sequence':%s}}".formatted(sequence),
                        "resync.position.sequence",
                        "must be a whole number from 0 to 9007199254740991");
            }
        }
    }

    @Test
    void aPositionHasNoFieldThatIsNotKnown() {
        assertMalformed(
                "'subscribe':{'channels':[],'positions':{'inbox':{'epoch':'e','sequence':1,'more':1}}}",
                "subscribe.positions.inbox.more",
                "is not a known field");
    }

    @Test
    void aPaceIsOneTo50UpdatesASecond() {
        try (ClientSocket client = scene.connect()) {
            for (String updates : List.of("0", "51", "1.5")) {
                assertMalformed(
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
                assertMalformed(
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
                assertMalformed(
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
                assertMalformed(
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
                assertMalformed(
                        client, "'command':{'type':'order.submit'%s}".formatted(body), "command.body", "is required");
            }
        }
    }

    @Test
    void theBodyOfACommandIsAnObject() {
        assertMalformed("'command':{'type':'order.submit','body':[]}", "command.body", "must be an object");
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

    private void assertMalformed(String request, String field, String rule) {
        try (ClientSocket client = scene.connect()) {
            assertMalformed(client, request, field, rule);
        }
    }

    private void assertMalformed(ClientSocket client, String request, String field, String rule) {
        scene.assertRefused(client, Requests.quoted(request), """
            {'code':'MALFORMED','message':'%1$s %2$s','temporary':false,'field':'%1$s'}""", field, rule);
    }
}
