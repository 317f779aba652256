package io.ringside.ordersubmit;

import io.ringside.contracts.RejectReason;

/**
 * Why a command was refused.
 *
 * @param text names the field and the rule, or the limit, what was asked and what is left
 */
record Refusal(RejectReason reason, String text) {
    /** A refusal that the catalogue's own sentence says well enough. */
    static Refusal of(RejectReason reason) {
        return new Refusal(reason, reason.sentence());
    }
}
