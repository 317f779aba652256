package io.ringside.rfq.negotiation;

import io.ringside.contracts.rfq.RfqStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request for quotes at one version, with every answer to it.
 *
 * @param version 1 when it was opened, one more for each change
 */
public record Negotiation(Terms terms, RfqStatus status, List<Answer> answers, long version, Instant updatedAt) {
    public Negotiation {
        answers = List.copyOf(answers);
    }

    /** A new request, told to these people. */
    public static Negotiation opened(Terms terms, List<Trader> counterparties) {
        List<Answer> answers = counterparties.stream().map(Answer::requested).toList();
        return new Negotiation(terms, RfqStatus.OPEN, answers, 1, terms.requestedAt());
    }

    /** After this counterparty gave a first or a new price. */
    public Negotiation quoted(String user, Offer offer, Instant at) {
        return with(user, answer -> answer.quoted(offer), at);
    }

    /** After this counterparty gave no price or took it back. */
    public Negotiation passed(String user, Instant at) {
        return with(user, answer -> answer.then(AnswerTrigger.PASSED), at);
    }

    /** After this counterparty's price was accepted. */
    public Negotiation traded(String user, Instant at) {
        return ended(
                Ending.TRADED,
                answer -> answer.then(answer.user().equals(user) ? AnswerTrigger.ACCEPTED : AnswerTrigger.DONE_AWAY),
                at);
    }

    /** After an end without a trade. */
    public Negotiation ended(Ending how, Instant at) {
        return ended(how, answer -> answer.then(how.others()), at);
    }

    /** Whether prices may be given and accepted now, by the log's time. */
    public boolean isOpen(Instant now) {
        return status == RfqStatus.OPEN && now.isBefore(terms.expiresAt());
    }

    /** The answer of this user, if he was asked. */
    public Optional<Answer> answerOf(String user) {
        return answers.stream().filter(answer -> answer.user().equals(user)).findFirst();
    }

    /** The answer with this price, in whatever version. */
    public Optional<Answer> answerWith(String quoteId) {
        return answers.stream()
                .filter(answer ->
                        answer.offer() != null && answer.offer().quoteId().equals(quoteId))
                .findFirst();
    }

    private Negotiation ended(Ending how, UnaryOperator<Answer> change, Instant at) {
        return new Negotiation(
                terms, how.after(status), answers.stream().map(change).toList(), version + 1, at);
    }

    private Negotiation with(String user, UnaryOperator<Answer> change, Instant at) {
        List<Answer> changed = answers.stream()
                .map(answer -> answer.user().equals(user) ? change.apply(answer) : answer)
                .toList();
        return new Negotiation(terms, status, changed, version + 1, at);
    }
}
