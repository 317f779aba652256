package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an order after one change. It is the body of every {@code evt.order.*} fact and of the notice
 * {@code order.updated} to its owner; the verb tells what changed.
 *
 * @param version 1 at the first outcome, then one more for each change: the highest version a client has seen wins
 * @param expiresAt when what is left of a GTD order expires, absent for others
 * @param averagePrice decimal text, absent before the first fill
 * @param cancelId client order id of the cancel that was requested last, absent when there was none
 * @param amendId client order id of the amend that was requested last, absent when there was none
 * @param pendingTerms what that amend asks for, until the venue has answered it
 * @param reason code of {@link io.ringside.contracts.RejectReason}, absent when nothing was refused
 * @param text the reason as a sentence for a person
 * @param lastExecutionId execution that caused this change, absent otherwise
 * @param at the log's time of the message that caused this change
 */
@Serdeable
public record OrderState(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        String quantity,
        @Nullable String limitPrice,
        @Nullable Instant expiresAt,
        OrderStatus status,
        String filled,
        String leaves,
        @Nullable String averagePrice,
        @Nullable String lastQuantity,
        @Nullable String lastPrice,
        @Nullable String lastExecutionId,
        @Nullable String cancelId,
        @Nullable String amendId,
        @Nullable PendingTerms pendingTerms,
        @Nullable String reason,
        @Nullable String text,
        long version,
        Instant at) {
    /**
     * Terms that an order may get.
     *
     * @param quantity of the whole order, what is filled included
     */
    @Serdeable
    public record PendingTerms(String quantity, String limitPrice) {}
}
