package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an order may be good for. One that outlives its day has a limit price: a market order would wait for a
 * market that its sender has not seen.
 */
final class TimeInForceRule {
    /** Longest life of a GTD order. */
    static final Duration LIFE_MAX = Duration.ofDays(366);

    private TimeInForceRule() {}

    /** The rule that the order breaks, if it breaks one. */
    static Optional<Refusal> fault(SubmitOrder order, Instant at) {
        TimeInForce force = order.timeInForce();
        boolean outlivesItsDay = force == TimeInForce.GTC || force == TimeInForce.GTD;
        if (outlivesItsDay && order.orderType() == OrderType.MARKET) {
            return refused("timeInForce is " + force + ", which only a limit order may be.");
        }
        Instant end = order.expiresAt();
        if (force != TimeInForce.GTD) {
            return end == null ? Optional.empty() : refused("expiresAt is " + end + ", which only a GTD order has.");
        }
        if (end == null) {
            return refused("expiresAt is missing, a GTD order needs it.");
        }
        if (!end.isAfter(at)) {
            return refused("expiresAt is " + end + ", which is past.");
        }
        return end.isAfter(at.plus(LIFE_MAX))
                ? refused("expiresAt is " + end + ", more than " + LIFE_MAX.toDays() + " days ahead.")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String text) {
        return Optional.of(new Refusal(RejectReason.TIME_IN_FORCE, text));
    }
}
