package io.ringside.faults.deal;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.RfqView;
import java.util.List;
import java.util.stream.Collectors;

/** Commands about requests for quotes as the socket takes them. Ids and decimals need no escape. */
final class DealText {
    private DealText() {}

    static String request(String id, String account, Wish wish) {
        return command(
                "request",
                "\"clientRfqId\":\"" + id + "\",\"account\":\"" + account + '"'
                        + terms(wish.instrument(), wish.side(), wish.quantity())
                        + ",\"counterparties\":" + names(wish.counterparties())
                        + ",\"lifeSeconds\":" + wish.lifeSeconds());
    }

    static String quote(String id, String account, RfqView rfq, String price) {
        Side own = rfq.side() == Side.BUY ? Side.SELL : Side.BUY;
        return command(
                "quote",
                "\"clientQuoteId\":\"" + id + "\",\"rfqId\":\"" + rfq.rfqId() + "\",\"account\":\"" + account + '"'
                        + terms(rfq.instrument(), own, rfq.quantity())
                        + ",\"price\":\"" + price + '"');
    }

    static String accept(String id, String account, RfqView rfq, RfqView.Quote quote) {
        return command(
                "accept",
                response(id, account, rfq)
                        + ",\"quoteId\":\"" + quote.quoteId() + "\",\"version\":" + quote.version()
                        + terms(rfq.instrument(), rfq.side(), rfq.quantity())
                        + ",\"price\":\"" + quote.price() + '"');
    }

    static String pass(String id, String account, RfqView rfq) {
        return command("pass", response(id, account, rfq));
    }

    static String cancel(String id, String account, RfqView rfq) {
        return command("cancel", response(id, account, rfq));
    }

    private static String response(String id, String account, RfqView rfq) {
        return "\"clientResponseId\":\"" + id + "\",\"rfqId\":\"" + rfq.rfqId() + "\",\"account\":\"" + account + '"';
    }

    private static String terms(String instrument, Side side, String quantity) {
        return ",\"instrument\":\"" + instrument + "\",\"side\":\"" + side + "\",\"quantity\":\"" + quantity + '"';
    }

    private static String names(List<String> users) {
        return users.stream().map(user -> '"' + user + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String command(String verb, String body) {
        return "{\"type\":\"rfq." + verb + "\",\"body\":{" + body + "}}";
    }
}
