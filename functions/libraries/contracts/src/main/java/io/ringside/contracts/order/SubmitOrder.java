package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code cmd.order.submit}: enter an order.
 *
 * @param clientOrderId the sender's id, unique for ever within the account: 1 to 36 letters, digits, hyphens,
 *     underscores
 * @param quantity decimal text, positive, a multiple of the instrument's quantity step
 * @param limitPrice decimal text on the instrument's tick; present exactly for limit orders
 * @param expiresAt when what is left of it expires; present exactly for GTD
 */
@Serdeable
public record SubmitOrder(
        String clientOrderId,
        String account,
        String user,
        String instrument,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        String quantity,
        @Nullable String limitPrice,
        @Nullable Instant expiresAt) {}
