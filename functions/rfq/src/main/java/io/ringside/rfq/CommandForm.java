package io.ringside.rfq;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.rfq.desk.Refusal;
import io.ringside.runtime.Delivery;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who says what about which request: what all commands of people have in common, and whether it has the form that lets
 * it be told apart, answered and kept.
 *
 * @param commandId the sender's own id of the command
 */
record CommandForm(String rfqId, String commandId, String account, String user) {
    /** Characters of a number, as it is shown back to its sender. */
    private static final int NUMBER_CHARACTERS_MAX = 40;

    private static final Pattern RFQ_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int RFQ_TOKEN = 4;

    /** Of a command of a person; a timer's has none. */
    static Optional<CommandForm> of(Object body) {
        return Optional.ofNullable(
                switch (body) {
                    case RequestQuotes it ->
                        new CommandForm(
                                Rfq.idOf(it.account(), it.clientRfqId()), it.clientRfqId(), it.account(), it.user());
                    case SubmitQuote it -> new CommandForm(it.rfqId(), it.clientQuoteId(), it.account(), it.user());
                    case AcceptQuote it -> new CommandForm(it.rfqId(), it.clientResponseId(), it.account(), it.user());
                    case PassRfq it -> new CommandForm(it.rfqId(), it.clientResponseId(), it.account(), it.user());
                    case CancelRfq it -> new CommandForm(it.rfqId(), it.clientResponseId(), it.account(), it.user());
                    default -> null;
                });
    }

    /** The rule that a delivery breaks, if it breaks one. */
    static Optional<Refusal> fault(Delivery delivery) {
        return of(delivery.body())
                .flatMap(form -> form.fault(delivery.subject(), delivery.user()))
                .or(() -> numbers(delivery.body()));
    }

    /** The request that a command with this subject is for. */
    static String rfqOf(String subject) {
        return subject.split("\\.")[RFQ_TOKEN];
    }

    /** Whether a text can be the id of a request at all. */
    static boolean isRfqId(String text) {
        return RFQ_ID.matcher(text).matches();
    }

    private Optional<Refusal> fault(String subject, @Nullable String sender) {
        return fault(
                        !CommandId.isWellFormed(commandId),
                        "the command's own id is not 1 to 36 letters, digits, hyphens or underscores")
                .or(() -> fault(!rfqId.equals(rfqOf(subject)), "rfqId is not the one the command was received for"))
                .or(() -> fault(!Subjects.isToken(account), "account is not an id"))
                .or(() -> fault(!Subjects.isToken(user), "user is not an id"))
                .or(() -> fault(sender != null && !sender.equals(user), "user is not the one who sent the command"));
    }

    private static Optional<Refusal> numbers(Object body) {
        return switch (body) {
            case RequestQuotes it ->
                fault(!Subjects.isToken(it.instrument()), "instrument is not an id")
                        .or(() -> tooLong("quantity", it.quantity()));
            case SubmitQuote it ->
                fault(!Subjects.isToken(it.instrument()), "instrument is not an id")
                        .or(() -> tooLong("quantity", it.quantity()))
                        .or(() -> tooLong("price", it.price()));
            case AcceptQuote it ->
                fault(!Subjects.isToken(it.instrument()), "instrument is not an id")
                        .or(() -> tooLong("quantity", it.quantity()))
                        .or(() -> tooLong("price", it.price()));
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> tooLong(String field, String number) {
        return fault(number.length() > NUMBER_CHARACTERS_MAX, field + " is too long");
    }

    private static Optional<Refusal> fault(boolean broken, String rule) {
        return broken ? Optional.of(new Refusal(RejectReason.MALFORMED, rule + '.')) : Optional.empty();
    }
}
