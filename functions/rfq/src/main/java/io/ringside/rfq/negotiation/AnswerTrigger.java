package io.ringside.rfq.negotiation;

/** What can happen to a counterparty's answer. */
public enum AnswerTrigger {
    QUOTED,
    PASSED,
    ACCEPTED,
    /** Somebody else's price was accepted. */
    DONE_AWAY,
    CANCELLED,
    EXPIRED
}
