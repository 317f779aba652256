package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * {@code cmd.order.amend}: give a resting limit order another quantity, another price, or both. It keeps its ids.
 *
 * @param clientOrderId id of this request, unique for ever within the account
 * @param originalClientOrderId the order's own id, however often it was amended
 * @param quantity of the whole order, what is filled included; absent to leave it as it is
 * @param limitPrice absent to leave it as it is
 */
@Serdeable
public record AmendOrder(
        String clientOrderId,
        String originalClientOrderId,
        String account,
        String user,
        @Nullable String quantity,
        @Nullable String limitPrice) {}
