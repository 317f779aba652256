package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;

/**
 * {@code cmd.order.cancel}: cancel what is left of an order.
 *
 * @param clientOrderId id of this request, unique for ever within the account
 * @param originalClientOrderId the order's own id (FIX OrigClOrdID)
 */
@Serdeable
public record CancelOrder(String clientOrderId, String originalClientOrderId, String account, String user) {}
