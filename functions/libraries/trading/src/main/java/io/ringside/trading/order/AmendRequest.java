package io.ringside.trading.order;

import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An amend of an order.
 *
 * @param clientOrderId its own id, not that of the order
 * @param user who asked for it: the order's trader or a colleague
 * @param asked absent once the venue has answered, or the order has ended
 */
public record AmendRequest(
        String clientOrderId, String user, @Nullable Terms asked) {
    /** What an order shall be: its whole quantity, and its limit. */
    public record Terms(Quantity quantity, Price limitPrice) {}

    /** The same when nothing waits for it any more. */
    AmendRequest over() {
        return new AmendRequest(clientOrderId, user, null);
    }
}
