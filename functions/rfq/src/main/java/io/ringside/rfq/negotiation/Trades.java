package io.ringside.rfq.negotiation;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.List;

/** Both sides of a trade that two parties agreed on, one fact each. */
public final class Trades {
    private static final String TYPE = "trade.negotiated";
    private static final String VENUE = "rfq";

    private Trades() {}

    /** One trade comes from a request, so that its sides are named by it. */
    static String executionId(Terms terms, Side side) {
        return terms.rfqId() + '/' + side;
    }

    /** @param reservation of the requester, as the quote's is of the counterparty */
    public static List<Emission> of(Terms terms, Answer winner, Offer offer, String reservation, Instant at) {
        return List.of(
                side(
                        terms,
                        new Party(terms.account(), terms.requester(), terms.side(), reservation, winner.firm()),
                        offer,
                        at),
                side(
                        terms,
                        new Party(
                                offer.account(),
                                winner.user(),
                                terms.counterpartySide(),
                                offer.reservation(),
                                terms.firm()),
                        offer,
                        at));
    }

    /** @param against firm on the other side */
    private record Party(String account, String user, Side side, String reservation, String against) {}

    private static Emission side(Terms terms, Party party, Offer offer, Instant at) {
        TradeBooked booked = new TradeBooked(
                executionId(terms, party.side),
                terms.rfqId(),
                party.reservation,
                party.account,
                party.user,
                terms.instrument().id(),
                party.side,
                terms.quantity().text(),
                offer.price().text(),
                VENUE,
                null,
                party.against,
                at);
        return new Emission(Subjects.negotiatedTradeFact(party.account, terms.rfqId()), TYPE, booked);
    }
}
