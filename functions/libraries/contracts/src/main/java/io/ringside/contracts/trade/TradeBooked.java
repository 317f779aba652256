package io.ringside.contracts.trade;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code evt.trade.booked}: one side of a trade at a venue; {@code evt.trade.negotiated}: one side of a trade that two
 * parties agreed on.
 *
 * @param executionId unique for ever (FIX ExecID)
 * @param quantity decimal text
 * @param price decimal text
 * @param orderId the order, or the request for quotes that the trade came from
 * @param clientOrderId the command that risk was reserved under
 * @param quoteSequence the quote that the paper venue filled against, absent for a negotiated trade
 * @param counterparty firm on the other side, absent where a venue stands between
 */
@Serdeable
public record TradeBooked(
        String executionId,
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        Side side,
        String quantity,
        String price,
        String venue,
        @Nullable Long quoteSequence,
        @Nullable String counterparty,
        Instant at) {}
