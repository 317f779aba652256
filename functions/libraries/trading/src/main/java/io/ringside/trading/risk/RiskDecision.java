package io.ringside.trading.risk;

import io.ringside.contracts.RejectReason;
import io.ringside.trading.money.Price;
import org.jspecify.annotations.Nullable;

/** What the risk check says of an order. */
public sealed interface RiskDecision {
    /** Version of the limit that decided, 0 when there was none. */
    long limitVersion();

    /** Price that collar and notional were computed from, if it came that far. */
    @Nullable
    Price referencePrice();

    /** The order may be routed; its quantity counts from now on. */
    record Approved(long limitVersion, Price referencePrice) implements RiskDecision {}

    /**
     * The order may not be routed.
     *
     * @param text the limit, what was asked and what is left, as a sentence
     */
    record Refused(
            RejectReason reason,
            String text,
            long limitVersion,
            @Nullable Price referencePrice) implements RiskDecision {}
}
