package io.ringside.benchmarks.trader;

import io.ringside.contracts.Side;
import java.util.List;
import java.util.stream.Collectors;

/** Commands about requests for quotes as the socket takes them. Ids and decimals need no escape. */
public final class RfqText {
    private RfqText() {}

    /**
     * What would be traded.
     *
     * @param side what the sender of the command would do
     */
    public record Terms(String instrument, Side side, String quantity) {
        private String text() {
            return ",\"instrument\":\"" + instrument + "\",\"side\":\"" + side + "\",\"quantity\":\"" + quantity + '"';
        }
    }

    /** Asks these, or everybody if there are none. */
    public static String request(String id, String account, Terms terms, List<String> counterparties, int lifeSeconds) {
        String names = counterparties.stream().map(user -> '"' + user + '"').collect(Collectors.joining(",", "[", "]"));
        return command(
                "request",
                "\"clientRfqId\":\"" + id + "\",\"account\":\"" + account + '"' + terms.text() + ",\"counterparties\":"
                        + names + ",\"lifeSeconds\":" + lifeSeconds);
    }

    /** Gives a firm price. */
    public static String quote(String id, String account, String rfqId, Terms terms, String price) {
        return command(
                "quote",
                "\"clientQuoteId\":\"" + id + "\",\"rfqId\":\"" + rfqId + "\",\"account\":\"" + account + '"'
                        + terms.text() + ",\"price\":\"" + price + '"');
    }

    /** Trades on this version of that quote. */
    public static String accept(
            String id, String account, String rfqId, String quoteId, int version, Terms terms, String price) {
        return command(
                "accept",
                response(id, account, rfqId) + ",\"quoteId\":\"" + quoteId + "\",\"version\":" + version + terms.text()
                        + ",\"price\":\"" + price + '"');
    }

    /** Gives no price, or takes one back. */
    public static String pass(String id, String account, String rfqId) {
        return command("pass", response(id, account, rfqId));
    }

    /** Ends a request of one's own. */
    public static String cancel(String id, String account, String rfqId) {
        return command("cancel", response(id, account, rfqId));
    }

    private static String response(String id, String account, String rfqId) {
        return "\"clientResponseId\":\"" + id + "\",\"rfqId\":\"" + rfqId + "\",\"account\":\"" + account + '"';
    }

    private static String command(String verb, String body) {
        return "{\"type\":\"rfq." + verb + "\",\"body\":{" + body + "}}";
    }
}
