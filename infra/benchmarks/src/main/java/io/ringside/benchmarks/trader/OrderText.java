package io.ringside.benchmarks.trader;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Commands as the socket takes them. The texts are ids and decimals, which need no escape. */
public final class OrderText {
    private OrderText() {}

    /** Enters an order. */
    public static String submit(
            String clientOrderId,
            String account,
            String instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            String quantity,
            @Nullable String limitPrice) {
        return "{\"type\":\"order.submit\",\"body\":{\"clientOrderId\":\"" + clientOrderId + "\",\"account\":\""
                + account
                + "\",\"instrument\":\"" + instrument + "\",\"side\":\"" + side + "\",\"orderType\":\"" + type
                + "\",\"timeInForce\":\"" + timeInForce + "\",\"quantity\":\"" + quantity + '"'
                + (limitPrice == null ? "" : ",\"limitPrice\":\"" + limitPrice + '"') + "}}";
    }

    /** Gives an order other terms. */
    public static String amend(
            String clientOrderId, String originalClientOrderId, String account, String quantity, String limitPrice) {
        return "{\"type\":\"order.amend\",\"body\":{\"clientOrderId\":\"" + clientOrderId
                + "\",\"originalClientOrderId\":\"" + originalClientOrderId + "\",\"account\":\"" + account
                + "\",\"quantity\":\"" + quantity + "\",\"limitPrice\":\"" + limitPrice + "\"}}";
    }

    /** Takes back all orders in an instrument. */
    public static String cancelAll(String clientOrderId, String account, String instrument) {
        return "{\"type\":\"order.cancel-all\",\"body\":{\"clientOrderId\":\"" + clientOrderId + "\",\"account\":\""
                + account + "\",\"instrument\":\"" + instrument + "\"}}";
    }

    /** Takes an order back. */
    public static String cancel(String clientOrderId, String originalClientOrderId, String account) {
        return "{\"type\":\"order.cancel\",\"body\":{\"clientOrderId\":\"" + clientOrderId
                + "\",\"originalClientOrderId\":\"" + originalClientOrderId + "\",\"account\":\"" + account + "\"}}";
    }
}
