package io.ringside.ordersubmit;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.ordersubmit.desk.OrderDesk;
import io.ringside.ordersubmit.desk.Refusal;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import org.jspecify.annotations.Nullable;

/** A command without proper ids is answered to whoever sent it, as far as anybody can be told. */
final class MalformedCommand {
    private MalformedCommand() {}

    /** Its answer. */
    static Decision refused(Delivery delivery, Refusal fault) {
        return switch (delivery.body()) {
            case SubmitOrder order -> refused(delivery, order.clientOrderId(), order.account(), order.user(), fault);
            case CancelOrder cancel ->
                refused(delivery, cancel.clientOrderId(), cancel.account(), cancel.user(), fault);
            case CancelOrders cancel ->
                refused(delivery, cancel.clientOrderId(), cancel.account(), cancel.user(), fault);
            case AmendOrder amend -> refused(delivery, amend.clientOrderId(), amend.account(), amend.user(), fault);
            default -> throw new IllegalStateException("only commands have a form: " + delivery.subject());
        };
    }

    private static Decision refused(
            Delivery delivery, String clientOrderId, String account, @Nullable String named, Refusal fault) {
        String user = delivery.user() == null ? named : delivery.user();
        if (user == null || !Subjects.isToken(user)) {
            return Decision.nothing("refused-unaddressed");
        }
        return OrderDesk.refused(CommandId.told(clientOrderId), account, user, fault, delivery.at());
    }
}
