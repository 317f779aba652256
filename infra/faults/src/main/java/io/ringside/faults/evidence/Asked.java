package io.ringside.faults.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One command that a client sent, once or often, always with the same body.
 *
 * @param original the order that a cancel names; absent for orders
 * @param terms of an order: {@code instrument side quantity}; absent for cancels
 */
public record Asked(
        String account,
        String clientOrderId,
        @Nullable String original,
        @Nullable String terms,
        Fate fate) {
    /** What its sender was told in the end. */
    public enum Fate {
        /** JetStream has it. */
        RECEIVED,
        /** It was never received and never will be. */
        REFUSED,
        /** Nothing certain, although the run is over. */
        UNANSWERED
    }

    public boolean isOrder() {
        return original == null;
    }

    /** What identifies the command for ever. */
    public String identity() {
        return account + '/' + clientOrderId;
    }
}
