package io.ringside.trading.order;

/**
 * A cancel of what is left of an order.
 *
 * @param clientOrderId its own id, not that of the order
 * @param user who asked for it: the order's trader or a colleague
 */
public record CancelRequest(String clientOrderId, String user) {}
