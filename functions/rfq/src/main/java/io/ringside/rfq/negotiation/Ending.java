package io.ringside.rfq.negotiation;

import io.ringside.contracts.rfq.RfqStatus;

/** How a request for quotes can end. An open one ends once, in one way. */
public enum Ending {
    TRADED(RfqStatus.TRADED, AnswerTrigger.DONE_AWAY),
    CANCELLED(RfqStatus.CANCELLED, AnswerTrigger.CANCELLED),
    EXPIRED(RfqStatus.EXPIRED, AnswerTrigger.EXPIRED);

    private final RfqStatus status;
    private final AnswerTrigger others;

    Ending(RfqStatus status, AnswerTrigger others) {
        this.status = status;
        this.others = others;
    }

    /**
     * The state of the request after this end.
     *
     * @throws IllegalStateException when it has ended before
     */
    public RfqStatus after(RfqStatus from) {
        if (from != RfqStatus.OPEN) {
            throw new IllegalStateException("a request that is " + from + " cannot be " + this);
        }
        return status;
    }

    /** What it does to every answer that was not accepted. */
    AnswerTrigger others() {
        return others;
    }
}
