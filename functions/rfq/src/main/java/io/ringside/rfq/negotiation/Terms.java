package io.ringside.rfq.negotiation;

import io.ringside.contracts.Side;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Quantity;
import java.time.Instant;

/**
 * What was asked for; it never changes.
 *
 * @param side what the requester wants to do
 * @param firm of the requester
 * @param expiresAt from then on nothing is accepted, by the log's time
 */
public record Terms(
        String rfqId,
        String clientRfqId,
        String account,
        String requester,
        String firm,
        Instrument instrument,
        Side side,
        Quantity quantity,
        Instant requestedAt,
        Instant expiresAt) {
    /** What a counterparty would do. */
    public Side counterpartySide() {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    /** Whether a command repeats what was asked for, seen from the requester's side. */
    public boolean are(String otherInstrument, Side otherSide, String otherQuantity) {
        return instrument.id().equals(otherInstrument)
                && side == otherSide
                && instrument.quantity(otherQuantity) instanceof Parsed.Value<Quantity> read
                && read.value().equals(quantity);
    }
}
