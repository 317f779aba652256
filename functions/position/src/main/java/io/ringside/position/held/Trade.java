package io.ringside.position.held;

import io.ringside.contracts.Side;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.util.UUID;

/** One side of a trade with its numbers on the scales of the instrument. */
public record Trade(
        String executionId,
        UUID orderId,
        HeldPosition.Key key,
        Side side,
        Quantity quantity,
        Price price,
        String venue,
        Instant at) {
    /** Reads a trade; one that is not on the instrument's scales is a defect. */
    public static Trade of(TradeBooked booked, Instrument instrument) {
        return new Trade(
                booked.executionId(),
                UUID.fromString(booked.orderId()),
                new HeldPosition.Key(booked.account(), booked.instrument()),
                booked.side(),
                instrument.quantity(booked.quantity()).orThrow("quantity"),
                instrument.price(booked.price()).orThrow("price"),
                booked.venue(),
                booked.at());
    }
}
