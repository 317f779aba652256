package io.ringside.rfq.negotiation;

import static io.ringside.contracts.rfq.QuoteStatus.ACTIVE;
import static io.ringside.contracts.rfq.QuoteStatus.CANCELLED;
import static io.ringside.contracts.rfq.QuoteStatus.DONE_AWAY;
import static io.ringside.contracts.rfq.QuoteStatus.EXPIRED;
import static io.ringside.contracts.rfq.QuoteStatus.PASSED;
import static io.ringside.contracts.rfq.QuoteStatus.REQUESTED;
import static io.ringside.contracts.rfq.QuoteStatus.TRADED;

import io.ringside.contracts.rfq.QuoteStatus;
import java.util.List;
import java.util.Optional;

/**
 * State and trigger to state, of one counterparty's answer. What is not in the table cannot happen to it. Who passed
 * has passed, however the request ends.
 */
public final class AnswerLifecycle {
    private static final List<Transition> TABLE = List.of(
            when(REQUESTED, AnswerTrigger.QUOTED, ACTIVE),
            when(REQUESTED, AnswerTrigger.PASSED, PASSED),
            when(REQUESTED, AnswerTrigger.DONE_AWAY, DONE_AWAY),
            when(REQUESTED, AnswerTrigger.CANCELLED, CANCELLED),
            when(REQUESTED, AnswerTrigger.EXPIRED, EXPIRED),
            when(ACTIVE, AnswerTrigger.QUOTED, ACTIVE),
            when(ACTIVE, AnswerTrigger.PASSED, PASSED),
            when(ACTIVE, AnswerTrigger.ACCEPTED, TRADED),
            when(ACTIVE, AnswerTrigger.DONE_AWAY, DONE_AWAY),
            when(ACTIVE, AnswerTrigger.CANCELLED, CANCELLED),
            when(ACTIVE, AnswerTrigger.EXPIRED, EXPIRED),
            when(PASSED, AnswerTrigger.QUOTED, ACTIVE),
            when(PASSED, AnswerTrigger.DONE_AWAY, PASSED),
            when(PASSED, AnswerTrigger.CANCELLED, PASSED),
            when(PASSED, AnswerTrigger.EXPIRED, PASSED));

    private AnswerLifecycle() {}

    /** One row of the table. */
    public record Transition(QuoteStatus from, AnswerTrigger trigger, QuoteStatus to) {}

    /**
     * The state after the trigger.
     *
     * @throws IllegalStateException names both, when the table has no such row
     */
    public static QuoteStatus next(QuoteStatus from, AnswerTrigger trigger) {
        return find(from, trigger)
                .orElseThrow(() -> new IllegalStateException("an answer that is " + from + " cannot be " + trigger));
    }

    /** Whether the table has a row for it. */
    public static boolean permits(QuoteStatus from, AnswerTrigger trigger) {
        return find(from, trigger).isPresent();
    }

    /** Every row. */
    public static List<Transition> transitions() {
        return TABLE;
    }

    private static Optional<QuoteStatus> find(QuoteStatus from, AnswerTrigger trigger) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.trigger == trigger)
                .map(Transition::to)
                .findFirst();
    }

    private static Transition when(QuoteStatus from, AnswerTrigger trigger, QuoteStatus to) {
        return new Transition(from, trigger, to);
    }
}
