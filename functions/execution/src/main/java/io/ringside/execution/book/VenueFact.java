package io.ringside.execution.book;

import io.ringside.contracts.RejectReason;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import org.jspecify.annotations.Nullable;

/** What happened at the venue. The order is as the fact left it. */
public sealed interface VenueFact {
    /** A part of the order was executed. */
    record Filled(WorkingOrder order, Quantity quantity, Price price, long quoteSequence) implements VenueFact {
        /**
         * Names the execution for ever: an order never has the same executed quantity after two fills. The digits
         * count the smallest units of the instrument.
         */
        public String executionId() {
            return order.ticket().orderId() + '-' + order.filled().unscaled();
        }
    }

    /** The rest of the order will not be executed. */
    record Expired(WorkingOrder order, @Nullable RejectReason reason) implements VenueFact {}

    /** The order is worked on other terms, or has been filled as far as they go. */
    record Replaced(WorkingOrder order, String amendId) implements VenueFact {}

    /** The rest of the order was taken back. */
    record Cancelled(WorkingOrder order, String cancelId) implements VenueFact {}
}
