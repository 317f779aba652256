package io.ringside.rfq.negotiation;

import io.ringside.contracts.rfq.QuoteStatus;
import org.jspecify.annotations.Nullable;

/**
 * One counterparty and what it answered.
 *
 * @param offer its last price, absent before the first
 * @param told how often its view has changed: the version of the view
 */
public record Answer(
        String user,
        String firm,
        QuoteStatus status,
        @Nullable Offer offer,
        long told) {
    /** Somebody who is asked. */
    static Answer requested(Trader counterparty) {
        return new Answer(counterparty.user(), counterparty.firm(), QuoteStatus.REQUESTED, null, 1);
    }

    /** Gave a first or a new price. */
    Answer quoted(Offer price) {
        return new Answer(user, firm, AnswerLifecycle.next(status, AnswerTrigger.QUOTED), price, told + 1);
    }

    /** After anything else that its user is told of. */
    Answer then(AnswerTrigger trigger) {
        return new Answer(user, firm, AnswerLifecycle.next(status, trigger), offer, told + 1);
    }

    /** Its price, as long as it may be accepted. */
    public @Nullable Offer firmOffer() {
        return status == QuoteStatus.ACTIVE ? offer : null;
    }
}
