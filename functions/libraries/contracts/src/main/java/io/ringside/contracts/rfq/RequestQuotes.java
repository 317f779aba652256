package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.util.List;

/**
 * {@code cmd.rfq.request}: ask for prices (FIX QuoteRequest).
 *
 * @param clientRfqId the sender's id, unique for ever within the account: 1 to 36 letters, digits, hyphens, underscores
 * @param side what the sender wants to do
 * @param quantity decimal text, positive, a multiple of the instrument's quantity step
 * @param counterparties users who are asked; none asks everybody who trades for another firm
 * @param lifeSeconds how long it stays open, see {@link Rfq}
 */
@Serdeable
public record RequestQuotes(
        String clientRfqId,
        String account,
        String user,
        String instrument,
        Side side,
        String quantity,
        List<String> counterparties,
        int lifeSeconds) {}
