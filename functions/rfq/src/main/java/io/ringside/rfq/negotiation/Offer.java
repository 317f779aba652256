package io.ringside.rfq.negotiation;

import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * A firm price.
 *
 * @param quoteId the same for all versions
 * @param clientQuoteId of the command that brought this version
 * @param account trades if it is accepted
 * @param version 1 for the first price, one more for each that replaces it
 * @param reservation risk is held under it while it may be accepted
 */
public record Offer(
        String quoteId, String clientQuoteId, String account, int version, Price price, String reservation) {
    /**
     * The price of a command, on the scale of the instrument.
     *
     * @param before the one that it replaces, absent for the first
     * @param newQuoteId of the first
     */
    public static Offer of(SubmitQuote command, Instrument instrument, @Nullable Offer before, String newQuoteId) {
        return new Offer(
                before == null ? newQuoteId : before.quoteId,
                command.clientQuoteId(),
                command.account(),
                before == null ? 1 : before.version + 1,
                instrument.price(command.price()).orThrow("price"),
                Rfq.reservationOf(command.account(), command.clientQuoteId()));
    }
}
