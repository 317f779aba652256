package io.ringside.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.transport.ClientTransport;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One test: a trader whom no gateway has seen, and clients over the transport that is tried. */
public final class Scene {
    private final TransportKind transport;
    private final SharedGateways gateways = SharedGateways.shared();
    private final String user;
    private @Nullable String token;

    public Scene(TransportKind transport) {
        this.transport = transport;
        user = gateways.newTrader();
    }

    /** The same for another trader. */
    public Scene ofSomebodyElse() {
        return new Scene(transport);
    }

    public SharedGateways gateways() {
        return gateways;
    }

    /** The trader, whose only account is called the same. */
    public String user() {
        return user;
    }

    /** An access token of the trader, the same each time. */
    public String token() {
        String known = token;
        if (known == null) {
            known = gateways.one().token(user);
            token = known;
        }
        return known;
    }

    /** A fresh ticket of that sign-in. */
    public String ticket() {
        return gateways.one().ticket(token());
    }

    /** A fresh ticket of a sign-in of its own. */
    public String ticketOf(String someone) {
        return gateways.one().ticket(gateways.one().token(someone));
    }

    /** Before its first message. */
    public ClientSocket open() {
        return openAt(gateways.one());
    }

    /** Before its first message. */
    public ClientSocket openAt(GatewayUnderTest gateway) {
        return ClientSocket.over(begin(gateway, Opening.PLAIN));
    }

    /** What carries a client that begins like this. */
    public ClientTransport begin(GatewayUnderTest gateway, Opening opening) {
        return transport.open(gateway.port(), opening);
    }

    /** A client of the trader with these channels. */
    public ClientSocket connect(String... channels) {
        return connectTo(gateways.one(), "{}", channels);
    }

    /** A client of the trader at a gateway, from these positions. */
    public ClientSocket connectTo(GatewayUnderTest gateway, String positions, String... channels) {
        ClientSocket client = openAt(gateway);
        assertThat(channelsOf(client, positions, channels)).isNotNull();
        return client;
    }

    /** What a connection of the trader from these positions is told about its channels. */
    public JsonNode channelsOf(ClientSocket client, String positions, String... channels) {
        JsonNode reply = client.ask(Requests.connectAt(ticket(), positions, channels));
        assertThat(reply.get("result")).as("%s", reply).isNotNull();
        return reply.get("result").get("connected").get("channels");
    }

    public Instant now() {
        return gateways.clock().instant();
    }

    public void advance(Duration step) {
        gateways.clock().advance(step);
    }

    /** How often the gateway has closed a client with this code. */
    public double closed(int code) {
        return gateways
                .one()
                .beans()
                .getBean(MeterRegistry.class)
                .find("ringside.gateway.closed")
                .tag("code", String.valueOf(code))
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Notices for the trader's inbox. */
    public Notices inbox() {
        return Notices.ofInbox(gateways.connection(), user);
    }

    /** Notices for the trader's alerts. */
    public Notices alerts() {
        return Notices.ofAlerts(gateways.connection(), user);
    }

    /** Publishes a quote of this number, and gives its JSON. */
    public String quote(String instrument, int number) {
        String quote = quoteText(instrument, number);
        try {
            gateways.connection().jetStream().publish("quote." + instrument, quote.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return quote;
    }

    /** The same without waiting until it is kept. */
    public String quoteUnstored(String instrument, int number) {
        String quote = quoteText(instrument, number);
        gateways.connection().publish("quote." + instrument, quote.getBytes(StandardCharsets.UTF_8));
        return quote;
    }

    private String quoteText(String instrument, int number) {
        return Requests.quoted(
                "{'instrument':'%s','bid':'1.5','ask':'1.6','sequence':%d,'stale':false,'sourceAt':'%s','at':'%s',"
                                .formatted(instrument, number, now(), now())
                        + "'source':'test'}");
    }

    /** The message that tells a quote. */
    public static String told(String channel, String quote) {
        return "{'push':{'channel':'%s','type':'quote','data':%s}}".formatted(channel, quote);
    }

    /** A name that no other test uses. */
    public String instrument() {
        return "of-" + user;
    }

    /** That this, with these values in it, is the whole next message. Apostrophes stand for quotation marks. */
    public static void assertNext(ClientSocket client, String expected, Object... values) {
        assertSame(client.next(), expected, values);
    }

    /** That a message, or a part of one, is this. */
    public static void assertSame(@Nullable JsonNode told, String expected, Object... values) {
        assertThat(inOrder(told)).isEqualTo(inOrder(Requests.json(expected.formatted(values))));
    }

    /** As text that shows a difference, whatever the order of the fields. */
    private static String inOrder(@Nullable JsonNode node) {
        if (node != null && node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.entries().forEach(field -> fields.put(field.getKey(), inOrder(field.getValue())));
            return fields.toString();
        }
        if (node != null && node.isArray()) {
            List<String> entries = new ArrayList<>();
            node.values().forEach(entry -> entries.add(inOrder(entry)));
            return entries.toString();
        }
        return node == null || node.isNull()
                ? "nothing"
                : node.isString() ? '"' + node.getStringValue() + '"' : node.getValue() + "";
    }

    /** That the next thing a client is told is that it is closed, and why; and that it is. */
    public void assertClosed(ClientSocket client, int code, String reason) {
        assertClosed(client, code, reason, "");
    }

    /** That it is closed, with these further fields. */
    public void assertClosed(ClientSocket client, int code, String reason, String more) {
        boolean comesBack = code / 100 == 44 || code == 1012 || code == 1013;
        assertNext(client, "{'disconnect':{'code':%d,'reason':'%s','reconnect':%s%s}}", code, reason, comesBack, more);
        assertEnded(client, code, reason);
    }

    /** That it is closed without a message, and nothing more comes. */
    public void assertEnded(ClientSocket client, int code, String reason) {
        assertThat(client.ending()).isEqualTo(new Heard.Close(code, reason));
        assertThat(client.everythingPassedOver()).isEmpty();
        assertThat(client.transport().next()).isEqualTo(new Heard.End());
    }

    /** That it is answered as ever. */
    public void assertServed(ClientSocket client) {
        int id = client.send(Requests.PING);
        assertNext(client, "{'id':%d,'result':{'pong':{'serverTime':'%s'}}}", id, now());
    }

    /** That a request is answered with this error, and the client is served on. */
    public void assertRefused(ClientSocket client, String request, String error, Object... values) {
        int id = client.send(request);
        assertNext(client, "{'id':%d,'error':%s}", id, error.formatted(values));
        assertServed(client);
    }

    /** That a request is refused because a field breaks this rule, and its client is served on. */
    public void assertMalformed(String request, String field, String rule) {
        try (ClientSocket client = connect()) {
            assertMalformed(client, request, field, rule);
        }
    }

    /** The same of this client. */
    public void assertMalformed(ClientSocket client, String request, String field, String rule) {
        assertRefused(client, Requests.quoted(request), """
            {'code':'MALFORMED','message':'%1$s %2$s','temporary':false,'field':'%1$s'}""", field, rule);
    }
}
