package io.ringside.rfq.negotiation;

import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.trading.money.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation as it travels: whole to functions, to people what each may see. A counterparty's view is made from its
 * own answer alone, so that no price of another can be in it.
 */
public final class Views {
    private Views() {}

    /** For functions. */
    public static RfqState state(Negotiation negotiation) {
        Terms terms = negotiation.terms();
        return new RfqState(
                terms.rfqId(),
                terms.clientRfqId(),
                terms.account(),
                terms.requester(),
                terms.firm(),
                terms.instrument().id(),
                terms.side(),
                terms.quantity().text(),
                negotiation.status(),
                negotiation.answers().stream().map(Views::whole).toList(),
                terms.requestedAt(),
                terms.expiresAt(),
                negotiation.version(),
                negotiation.updatedAt());
    }

    /** For whoever asked. */
    public static RfqView requester(Negotiation negotiation) {
        Terms terms = negotiation.terms();
        return view(
                negotiation,
                RfqView.Role.REQUESTER,
                terms.clientRfqId(),
                terms.account(),
                negotiation.answers(),
                negotiation.status() == RfqStatus.TRADED ? Trades.executionId(terms, terms.side()) : null,
                negotiation.version());
    }

    /** For one of those who were asked. */
    public static RfqView counterparty(Negotiation negotiation, Answer own) {
        Terms terms = negotiation.terms();
        Offer offer = own.offer();
        return view(
                negotiation,
                RfqView.Role.COUNTERPARTY,
                null,
                offer == null ? null : offer.account(),
                List.of(own),
                own.status() == QuoteStatus.TRADED ? Trades.executionId(terms, terms.counterpartySide()) : null,
                own.told());
    }

    private static RfqView view(
            Negotiation negotiation,
            RfqView.Role role,
            @Nullable String clientRfqId,
            @Nullable String account,
            List<Answer> answers,
            @Nullable String executionId,
            long version) {
        Terms terms = negotiation.terms();
        return new RfqView(
                terms.rfqId(),
                clientRfqId,
                role,
                account,
                terms.requester(),
                terms.firm(),
                terms.instrument().id(),
                terms.side(),
                terms.quantity().text(),
                negotiation.status(),
                answers.stream().map(Views::shown).toList(),
                executionId,
                terms.requestedAt(),
                terms.expiresAt(),
                version,
                negotiation.updatedAt());
    }

    private static RfqState.Quote whole(Answer answer) {
        Offer offer = answer.offer();
        return new RfqState.Quote(
                answer.user(),
                answer.firm(),
                answer.status(),
                offer == null ? null : offer.quoteId(),
                offer == null ? null : offer.clientQuoteId(),
                offer == null ? null : offer.account(),
                offer == null ? 0 : offer.version(),
                offer == null ? null : offer.price().text(),
                answer.told());
    }

    private static RfqView.Quote shown(Answer answer) {
        Offer offer = answer.offer();
        Price price = offer == null || answer.status() == QuoteStatus.PASSED ? null : offer.price();
        return new RfqView.Quote(
                answer.user(),
                answer.firm(),
                answer.status(),
                offer == null ? null : offer.quoteId(),
                offer == null ? 0 : offer.version(),
                price == null ? null : price.text());
    }
}
