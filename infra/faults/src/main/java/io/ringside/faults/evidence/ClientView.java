package io.ringside.faults.evidence;

import io.ringside.contracts.order.OrderState;
import java.util.Map;
import java.util.Set;

/**
 * What one user's client believes in the end.
 *
 * @param accounts of the user
 * @param orders newest state by {@link #key}
 * @param taken cancels and amends that an order named as its own, and mass cancels that were reported, by {@link #key}
 * @param refused commands that a notice called refused, by {@link #key}
 * @param gaps how often the client was told that a part of its inbox is gone
 */
public record ClientView(
        String user,
        Set<String> accounts,
        Map<String, OrderState> orders,
        Set<String> taken,
        Set<String> refused,
        int gaps) {
    /** What identifies an order or command. */
    public static String key(String account, String clientOrderId) {
        return account + '/' + clientOrderId;
    }
}
