package io.ringside.ordersubmit.desk;

import io.ringside.trading.order.Order;
import java.util.List;

/**
 * Open orders that a batch has not touched.
 *
 * @param first the oldest of those without a cancel under way, as many as one command may cancel
 * @param count how many there are of those
 * @param cancelPending how many have one
 */
public record OpenOrders(List<Order> first, int count, int cancelPending) {}
