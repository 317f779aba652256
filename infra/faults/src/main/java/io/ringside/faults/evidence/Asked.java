package io.ringside.faults.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One command that a client sent, once or often, always with the same body.
 *
 * @param original the order that a cancel or an amend names; absent for others
 * @param terms {@code instrument side quantity} of an order, or of an order once it is amended; absent for others
 */
public record Asked(
        Verb verb,
        String account,
        String clientOrderId,
        @Nullable String original,
        @Nullable String terms,
        Fate fate) {
    /** What it asks for. */
    public enum Verb {
        SUBMIT,
        AMEND,
        CANCEL,
        CANCEL_ALL
    }

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
        return verb == Verb.SUBMIT;
    }

    /** What identifies the command for ever. */
    public String identity() {
        return ClientView.key(account, clientOrderId);
    }

    /** The same with this answer. */
    public Asked answered(Fate told) {
        return new Asked(verb, account, clientOrderId, original, terms, told);
    }
}
