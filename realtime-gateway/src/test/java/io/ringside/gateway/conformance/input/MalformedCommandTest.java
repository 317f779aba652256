package io.ringside.gateway.conformance.input;

import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who sends a command with a wrong body is told which field and the rule; nothing was received. */
@OverEveryTransport
class MalformedCommandTest {
    private static final String TOKEN_RULE = "must be 1 to 64 letters, digits, hyphens or underscores";
    private static final String UUID = "00000000-0000-4000-8000-000000000001";

    private final Scene scene;

    MalformedCommandTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void aCommandIsOneOfThoseThatThereAre() {
        assertMalformed("order.dance", "{}", "type", """
                must be one of [alert.acknowledge, order.amend, order.cancel, order.cancel-all, order.submit, \
                presence.set, rfq.accept, rfq.cancel, rfq.pass, rfq.quote, rfq.request]""");
    }

    @Test
    void aCommandHasTheFieldsThatItNeeds() {
        assertMalformed("order.submit", "{}", "clientOrderId", "is required");
    }

    @Test
    void aCommandHasNoFieldThatIsNotKnown() {
        assertMalformed("order.submit", good().replace("}", ",\"user\":\"bob\"}"), "user", "is not a known field");
    }

    @Test
    void theIdOfACommandIsShort() {
        try (ClientSocket client = scene.connect()) {
            for (String id : List.of("", "a b", "1234567890123456789012345678901234567")) {
                assertMalformed(
                        client,
                        "order.submit",
                        good().replace("\"c-1\"", '"' + id + '"'),
                        "clientOrderId",
                        "must be 1 to 36 letters, digits, hyphens or underscores");
            }
        }
    }

    @Test
    void anInstrumentIsNamedInOneWord() {
        try (ClientSocket client = scene.connect()) {
            for (String name : List.of("", "a.b", "*")) {
                assertMalformed(
                        client,
                        "order.submit",
                        good().replace("\"ADA-XBT\"", '"' + name + '"'),
                        "instrument",
                        TOKEN_RULE);
            }
        }
    }

    @Test
    void aSideIsOneOfTwo() {
        assertMalformed("order.submit", good().replace("BUY", "buy"), "side", "must be one of [BUY, SELL]");
    }

    @Test
    void aQuantityIsADecimalTextWithoutSignOrExponent() {
        try (ClientSocket client = scene.connect()) {
            for (String quantity : List.of("100", "\"-1\"", "\"1e3\"", "\".5\"", "\"\"", "\"1234567890123456789\"")) {
                assertMalformed(client, "order.submit", good().replace("\"100\"", quantity), "quantity", """
                    must be a decimal number as text, at most 18 digits before and after the point, \
                    without sign or exponent""");
            }
        }
    }

    @Test
    void aTimeIsInUtc() {
        try (ClientSocket client = scene.connect()) {
            for (String time : List.of("2026-11-21", "2026-11-21T12:00:00+01:00", "2026-02-30T12:00:00Z", "soon")) {
                assertMalformed(
                        client,
                        "order.submit",
                        good().replace("}", ",\"expiresAt\":\"" + time + "\"}"),
                        "expiresAt",
                        "must be a time in UTC, like 2026-11-21T12:00:00Z");
            }
        }
    }

    @Test
    void anAmendmentChangesSomething() {
        assertMalformed(
                "order.amend",
                "{'clientOrderId':'c-1','originalClientOrderId':'c-0','account':'%s'}".formatted(scene.user()),
                "quantity",
                "or limitPrice is required, or both");
    }

    @Test
    void anIdThatTheFloorMadeIsAUuidInLowerCase() {
        try (ClientSocket client = scene.connect()) {
            for (String id :
                    List.of("7", "0000000-0000-4000-8000-000000000001", "AAAAAAAA-0000-4000-8000-000000000001")) {
                assertMalformed(
                        client,
                        "rfq.pass",
                        "{'clientResponseId':'c-1','rfqId':'%s','account':'%s'}".formatted(id, scene.user()),
                        "rfqId",
                        "must be a UUID in lower case");
            }
        }
    }

    @Test
    void aVersionOfAQuoteIsOneTo1000() {
        try (ClientSocket client = scene.connect()) {
            for (String version : List.of("0", "1001")) {
                assertMalformed(
                        client,
                        "rfq.accept",
                        "{'clientResponseId':'c-1','rfqId':'%1$s','account':'a','quoteId':'%1$s','version':%2$s}"
                                .formatted(UUID, version),
                        "version",
                        "must be a whole number from 1 to 1000");
            }
        }
    }

    @Test
    void aRequestForQuotesLastsFor5To1800Seconds() {
        try (ClientSocket client = scene.connect()) {
            for (String seconds : List.of("4", "1801")) {
                assertMalformed(
                        client,
                        "rfq.request",
                        request("[]", seconds),
                        "lifeSeconds",
                        "must be a whole number from 5 to 1800");
            }
        }
    }

    @Test
    void aRequestForQuotesAsksNobodyTwice() {
        assertMalformed("rfq.request", request("['bob','bob']", "60"), "counterparties", "must not name one twice");
    }

    @Test
    void aRequestForQuotesNamesOneWordForEachItAsks() {
        assertMalformed("rfq.request", request("['bo b']", "60"), "counterparties", "may only name what " + TOKEN_RULE);
    }

    @Test
    void aRequestForQuotesAsks100AtMost() {
        String many =
                IntStream.rangeClosed(1, 101).mapToObj(i -> "'c" + i + "'").collect(Collectors.joining(","));
        assertMalformed(
                "rfq.request", request('[' + many + ']', "60"), "counterparties", "may have at most 100 entries");
    }

    @Test
    void anAcknowledgementNamesSomething() {
        assertMalformed(
                "alert.acknowledge", "{'clientCommandId':'c-1','alertIds':[]}", "alertIds", "must name 1 to 100");
    }

    @Test
    void aMessageToEverybodyIsOneLineThatEverybodyMayRead() {
        try (ClientSocket client = scene.connect()) {
            for (String message : List.of("", "two\\nlines", "\\u202eturned")) {
                assertMalformed(
                        client,
                        "presence.set",
                        "{'clientCommandId':'c-1','status':'AUTO','message':'%s'}".formatted(message),
                        "message",
                        "must be 1 to 140 characters on one line, without control characters");
            }
        }
    }

    private String request(String counterparties, String seconds) {
        return "{'clientRfqId':'c-1','account':'%s','instrument':'ADA-XBT','side':'BUY','quantity':'1',"
                        .formatted(scene.user())
                + "'counterparties':%s,'lifeSeconds':%s}".formatted(counterparties, seconds);
    }

    private String good() {
        return Requests.orderBody("c-1", scene.user());
    }

    private void assertMalformed(String type, String body, String field, String rule) {
        try (ClientSocket client = scene.connect()) {
            assertMalformed(client, type, body, field, rule);
        }
    }

    private void assertMalformed(ClientSocket client, String type, String body, String field, String rule) {
        scene.assertMalformed(client, Requests.command(type, body), field, rule);
    }
}
