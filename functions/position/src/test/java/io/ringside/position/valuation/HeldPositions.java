package io.ringside.position.valuation;

import static io.ringside.position.Metals.COPPER;

import io.ringside.position.held.HeldPosition;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.position.Position;
import java.math.BigInteger;
import java.time.Instant;

/** Positions in copper as tests need them. */
final class HeldPositions {
    private static final long TONNES_PER_LOT = 25;

    private HeldPositions() {}

    /** So many lots that were bought or, negative, sold at this value of a tonne times lots. */
    static HeldPosition of(String lots, String lotsTimesPrice, long version) {
        return of("ACC", lots, lotsTimesPrice, version);
    }

    static HeldPosition of(String account, String lots, String lotsTimesPrice, long version) {
        BigInteger cost = BigInteger.valueOf(Long.parseLong(lotsTimesPrice) * TONNES_PER_LOT)
                .multiply(BigInteger.TEN.pow(COPPER.valueScale()));
        var position = new Position(
                Quantity.of(lots, 0), new ExactValue(cost, COPPER.valueScale()), ExactValue.zero(COPPER.valueScale()));
        return new HeldPosition(new HeldPosition.Key(account, COPPER.id()), COPPER, position, version, Instant.EPOCH);
    }
}
