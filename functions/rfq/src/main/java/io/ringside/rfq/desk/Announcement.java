package io.ringside.rfq.desk;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.TimerSubjects;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.rfq.negotiation.Answer;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Offer;
import io.ringside.rfq.negotiation.Terms;
import io.ringside.rfq.negotiation.Views;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.List;

/** What is told of a request: facts to functions, to each of its parties its own view. */
public final class Announcement {
    private static final String FEATURE = "rfq";
    private static final String UPDATED = "rfq.updated";
    private static final String REFUSED = "rfq.refused";
    private static final String EXPIRE = "expire";
    private static final String UNUSED = "reservation.unused";

    private Announcement() {}

    /** A change of a request, whole. */
    static Emission fact(String verb, Negotiation negotiation) {
        return new Emission(
                Subjects.rfqFact(verb, negotiation.terms().rfqId()), FEATURE + '.' + verb, Views.state(negotiation));
    }

    /** A party's view of it. */
    static Emission notice(String user, RfqView view) {
        return new Emission(Subjects.inbox(user), UPDATED, view);
    }

    /** The end of its time. */
    public static Emission timer(String rfqId, Instant expiresAt) {
        return new Emission(
                TimerSubjects.timer(FEATURE, EXPIRE, rfqId), FEATURE + '.' + EXPIRE, new ExpireRfq(rfqId), expiresAt);
    }

    /** A command that had no effect. */
    public static Emission refused(
            String rfqId, String commandId, String account, String user, Refusal refusal, Instant at) {
        RfqRefused body =
                new RfqRefused(rfqId, commandId, account, user, refusal.reason().name(), refusal.text(), at);
        return new Emission(Subjects.inbox(user), REFUSED, body);
    }

    /** What was reserved for a price that can be accepted no longer, if this answer had one. */
    static List<Emission> released(Terms terms, Answer answer) {
        Offer offer = answer.firmOffer();
        if (offer == null) {
            return List.of();
        }
        String instrument = terms.instrument().id();
        return List.of(
                unused(offer.account(), offer.reservation(), answer.user(), instrument, terms.counterpartySide()));
    }

    /** What was or may have been reserved will not be traded. */
    public static Emission unused(String account, String reservation, String user, String instrument, Side side) {
        return new Emission(
                Subjects.unusedReservationFact(account, reservation),
                UNUSED,
                new ReservationUnused(account, reservation, user, instrument, side));
    }
}
