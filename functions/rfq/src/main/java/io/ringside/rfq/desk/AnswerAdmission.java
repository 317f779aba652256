package io.ringside.rfq.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.rfq.negotiation.Answer;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Offer;
import io.ringside.rfq.negotiation.Terms;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Price;
import java.time.Instant;
import java.util.Optional;

/** Why a quote or an acceptance has no effect, before the risk check is heard: pure. */
final class AnswerAdmission {
    private static final Refusal UNKNOWN = Refusal.of(RejectReason.UNKNOWN_RFQ);
    private static final Refusal ENDED = Refusal.of(RejectReason.RFQ_ENDED);

    private AnswerAdmission() {}

    /** Whoever was not asked is told what he would be told if there were no such request. */
    static Optional<Refusal> notCounterparty(Optional<Negotiation> found, String user, Instant at) {
        return notParty(found.filter(negotiation -> negotiation.answerOf(user).isPresent()), at);
    }

    /** The same for whoever did not ask. */
    static Optional<Refusal> notRequester(Optional<Negotiation> found, String user, String account, Instant at) {
        return notParty(
                found.filter(negotiation -> negotiation.terms().requester().equals(user)
                        && negotiation.terms().account().equals(account)),
                at);
    }

    private static Optional<Refusal> notParty(Optional<Negotiation> own, Instant at) {
        if (own.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        return own.get().isOpen(at) ? Optional.empty() : Optional.of(ENDED);
    }

    static Optional<Refusal> badQuote(Negotiation negotiation, SubmitQuote quote) {
        Terms terms = negotiation.terms();
        if (quote.side() != terms.counterpartySide()
                || !terms.are(quote.instrument(), terms.side(), quote.quantity())) {
            return Optional.of(Refusal.of(RejectReason.TERMS_DIFFER));
        }
        int versions = negotiation
                .answerOf(quote.user())
                .map(Answer::offer)
                .map(Offer::version)
                .orElse(0);
        if (versions >= Rfq.VERSIONS_MAX) {
            return Optional.of(new Refusal(
                    RejectReason.MALFORMED, "This quote has " + versions + " versions, at most so many are taken."));
        }
        return badPrice(terms.instrument(), quote.price());
    }

    static Optional<Refusal> badAcceptance(Negotiation negotiation, AcceptQuote accept) {
        Optional<Answer> found = negotiation.answerWith(accept.quoteId());
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(RejectReason.UNKNOWN_QUOTE));
        }
        Offer offer = found.get().offer();
        if (offer == null || found.get().status() != QuoteStatus.ACTIVE) {
            return Optional.of(Refusal.of(RejectReason.QUOTE_WITHDRAWN));
        }
        if (offer.version() != accept.version()) {
            return Optional.of(new Refusal(
                    RejectReason.QUOTE_SUPERSEDED,
                    "Version " + offer.version() + " at " + offer.price() + " has replaced version " + accept.version()
                            + '.'));
        }
        Terms terms = negotiation.terms();
        boolean same = terms.are(accept.instrument(), accept.side(), accept.quantity())
                && terms.instrument().price(accept.price()) instanceof Parsed.Value<Price> read
                && read.value().equals(offer.price());
        return same ? Optional.empty() : Optional.of(Refusal.of(RejectReason.TERMS_DIFFER));
    }

    private static Optional<Refusal> badPrice(Instrument instrument, String price) {
        String shown = "price " + price;
        return switch (instrument.price(price)) {
            case Parsed.Broken<Price> broken ->
                Optional.of(new Refusal(RejectReason.PRICE_TICK, shown + ' ' + broken.rule() + '.'));
            case Parsed.Value<Price> read -> {
                if (!read.value().isPositive()) {
                    yield Optional.of(
                            new Refusal(RejectReason.PRICE_NOT_POSITIVE, shown + " is not greater than zero."));
                }
                yield instrument.isOnTick(read.value())
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                RejectReason.PRICE_TICK,
                                shown + " is not a multiple of " + instrument.priceTick() + ", the tick of "
                                        + instrument.symbol() + '.'));
            }
        };
    }
}
