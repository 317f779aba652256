package io.ringside.ordersubmit.risk;

/** What names an order to its owner, for ever. */
public record OrderKey(String account, String clientOrderId) {
    /** The identity under which the runtime remembers a command. */
    public String identity() {
        return account + '/' + clientOrderId;
    }
}
