package io.ringside.ordersubmit;

/** What names an order to its owner, for ever. */
record OrderKey(String account, String clientOrderId) {
    /** The identity under which the runtime remembers a command. */
    String identity() {
        return account + '/' + clientOrderId;
    }
}
