package io.ringside.riskcheck;

import io.ringside.contracts.Side;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.riskcheck.RiskBook.Line;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.risk.LimitUse;
import io.ringside.trading.risk.RiskLimit;
import org.jspecify.annotations.Nullable;

/** To what level of its limit a reservation lifts its account: pure. */
final class LimitLift {
    private LimitLift() {}

    /**
     * The level that was not reached before it.
     *
     * @param line as it was before
     * @param least the same without what this reservation takes the place of
     */
    static @Nullable LimitReached by(Reservation reservation, Line line, Line least) {
        RiskLimit limit = line.limit();
        if (limit == null) {
            return null;
        }
        Side side = reservation.side();
        Quantity nothing = Quantity.zero(reservation.remaining().scale());
        return line.exposure()
                .worst(side, nothing)
                .flatMap(used -> least.exposure()
                        .worst(side, reservation.remaining())
                        .flatMap(after -> LimitUse.lifted(used, after, limit.netPositionMax())))
                .orElse(null);
    }
}
