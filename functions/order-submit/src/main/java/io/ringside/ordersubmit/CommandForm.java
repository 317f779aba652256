package io.ringside.ordersubmit;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.ordersubmit.desk.Refusal;
import io.ringside.runtime.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command can be told apart, answered and kept at all: its ids have the form of ids, its numbers the length
 * of numbers, and it speaks for the account and the user that it was received for.
 */
final class CommandForm {
    /** Characters of a number, as it is shown back to its sender. */
    private static final int NUMBER_CHARACTERS_MAX = 40;

    private static final int ACCOUNT_TOKEN = 4;

    private CommandForm() {}

    /** The rule that the command breaks, if it breaks one. */
    static Optional<Refusal> fault(Delivery delivery) {
        return switch (delivery.body()) {
            case SubmitOrder order ->
                ids(delivery, order.clientOrderId(), order.account(), order.user())
                        .or(() -> fault(!Subjects.isToken(order.instrument()), "instrument is not an id"))
                        .or(() -> fault(isTooLong(order.quantity()), "quantity is too long"))
                        .or(() -> fault(isTooLong(order.limitPrice()), "limitPrice is too long"));
            case CancelOrder cancel ->
                ids(delivery, cancel.clientOrderId(), cancel.account(), cancel.user())
                        .or(() -> fault(!isId(cancel.originalClientOrderId()), "originalClientOrderId is not an id"));
            case AmendOrder amend ->
                ids(delivery, amend.clientOrderId(), amend.account(), amend.user())
                        .or(() -> fault(!isId(amend.originalClientOrderId()), "originalClientOrderId is not an id"))
                        .or(() -> fault(
                                amend.quantity() == null && amend.limitPrice() == null,
                                "quantity and limitPrice are both missing"))
                        .or(() -> fault(isTooLong(amend.quantity()), "quantity is too long"))
                        .or(() -> fault(isTooLong(amend.limitPrice()), "limitPrice is too long"));
            case CancelOrders cancel ->
                ids(delivery, cancel.clientOrderId(), cancel.account(), cancel.user())
                        .or(() -> fault(
                                cancel.instrument() != null && !Subjects.isToken(cancel.instrument()),
                                "instrument is not an id"));
            default -> Optional.empty();
        };
    }

    /** Whether it may name an order or a command within an account. */
    static boolean isId(String text) {
        return CommandId.isWellFormed(text);
    }

    /** Whether it is the account that a command with this subject was received for. */
    static boolean speaksFor(String account, String subject) {
        return account.equals(subject.split("\\.")[ACCOUNT_TOKEN]);
    }

    private static Optional<Refusal> ids(Delivery delivery, String clientOrderId, String account, String user) {
        String sender = delivery.user();
        return fault(!isId(clientOrderId), "clientOrderId is not 1 to 36 letters, digits, hyphens or underscores")
                .or(() -> fault(
                        !speaksFor(account, delivery.subject()), "account is not the one the command was received for"))
                .or(() -> fault(!Subjects.isToken(user), "user is not an id"))
                .or(() -> fault(sender != null && !sender.equals(user), "user is not the one who sent the command"));
    }

    private static boolean isTooLong(@Nullable String number) {
        return number != null && number.length() > NUMBER_CHARACTERS_MAX;
    }

    private static Optional<Refusal> fault(boolean broken, String rule) {
        return broken ? Optional.of(new Refusal(RejectReason.MALFORMED, rule + '.')) : Optional.empty();
    }
}
