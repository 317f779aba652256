package io.ringside.faults.deal;

import io.ringside.benchmarks.trader.RfqText;
import io.ringside.benchmarks.trader.RfqText.Terms;
import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.RfqView;
import java.util.Objects;

/** A dealer's commands about requests that it has seen, as the socket takes them. */
final class DealText {
    private DealText() {}

    static String request(String id, String account, Wish wish) {
        Terms terms = new Terms(wish.instrument(), wish.side(), wish.quantity());
        return RfqText.request(id, account, terms, wish.counterparties(), wish.lifeSeconds());
    }

    static String quote(String id, String account, RfqView rfq, String price) {
        Side own = rfq.side() == Side.BUY ? Side.SELL : Side.BUY;
        return RfqText.quote(id, account, rfq.rfqId(), terms(rfq, own), price);
    }

    static String accept(String id, String account, RfqView rfq, RfqView.Quote quote) {
        return RfqText.accept(
                id,
                account,
                rfq.rfqId(),
                Objects.requireNonNull(quote.quoteId()),
                quote.version(),
                terms(rfq, rfq.side()),
                Objects.requireNonNull(quote.price()));
    }

    static String pass(String id, String account, RfqView rfq) {
        return RfqText.pass(id, account, rfq.rfqId());
    }

    static String cancel(String id, String account, RfqView rfq) {
        return RfqText.cancel(id, account, rfq.rfqId());
    }

    private static Terms terms(RfqView rfq, Side side) {
        return new Terms(rfq.instrument(), side, rfq.quantity());
    }
}
