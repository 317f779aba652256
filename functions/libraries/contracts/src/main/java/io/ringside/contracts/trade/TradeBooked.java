package io.ringside.contracts.trade;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;

/**
 * {@code evt.trade.booked}: one side of a trade.
 *
 * @param executionId unique for ever (FIX ExecID)
 * @param quantity decimal text
 * @param price decimal text
 * @param quoteSequence the quote that the paper venue filled against
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
        long quoteSequence,
        Instant at) {}
