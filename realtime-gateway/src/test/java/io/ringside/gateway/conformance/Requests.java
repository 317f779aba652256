package io.ringside.gateway.conformance;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.journey.GatewayUnderTest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Requests as a client writes them, without their ids. Apostrophes stand for quotation marks. */
public final class Requests {
    public static final String PING = quoted("'ping':{}");

    private Requests() {}

    /** With quotation marks. */
    public static String quoted(String text) {
        return text.replace('\'', '"');
    }

    /** What the text says. */
    public static JsonNode json(String text) {
        return GatewayUnderTest.json(quoted(text));
    }

    public static String connect(String ticket, String... channels) {
        return connectAt(ticket, "{}", channels);
    }

    /** From these positions. */
    public static String connectAt(String ticket, String positions, String... channels) {
        return quoted("'connect':{'ticket':'%s','client':'test/1','channels':%s,'positions':%s}"
                .formatted(ticket, list(channels), positions));
    }

    public static String subscribe(String... channels) {
        return quoted("'subscribe':{'channels':%s}".formatted(list(channels)));
    }

    /** From these positions. */
    public static String subscribeAt(String positions, String... channels) {
        return quoted("'subscribe':{'channels':%s,'positions':%s}".formatted(list(channels), positions));
    }

    public static String unsubscribe(String... channels) {
        return quoted("'unsubscribe':{'channels':%s}".formatted(list(channels)));
    }

    public static String resync(String channel, String position) {
        return quoted("'resync':{'channel':'%s','position':%s}".formatted(channel, position));
    }

    public static String refresh(String ticket) {
        return quoted("'refresh':{'ticket':'%s'}".formatted(ticket));
    }

    public static String command(String type, String body) {
        return quoted("'command':{'type':'%s','body':%s}".formatted(type, body));
    }

    /** An order of this id. */
    public static String order(String id, String account) {
        return command("order.submit", orderBody(id, account));
    }

    public static String orderBody(String id, String account) {
        return quoted("{'clientOrderId':'%s','account':'%s','instrument':'ADA-XBT','side':'BUY','orderType':'LIMIT',"
                        .formatted(id, account)
                + "'timeInForce':'DAY','quantity':'100','limitPrice':'0.00001'}");
    }

    /** Takes back an order that there need not be. */
    public static String cancel(String id, String account) {
        return command(
                "order.cancel",
                "{'clientOrderId':'%s','originalClientOrderId':'x-1','account':'%s'}".formatted(id, account));
    }

    private static String list(String... channels) {
        return Arrays.stream(channels).map(channel -> "\"" + channel + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
