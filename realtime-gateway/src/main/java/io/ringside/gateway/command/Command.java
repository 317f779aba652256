package io.ringside.gateway.command;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.SubmitOrder;

/**
 * A well-formed command of a user for one of the user's own accounts, ready to be sent.
 *
 * @param type wire name of the body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Command(String type, String subject, String account, String clientOrderId, String user, byte[] body) {
    static final String SUBMIT = "order.submit";
    static final String CANCEL = "order.cancel";

    static Command of(SubmitOrder order) {
        return new Command(
                SUBMIT,
                Subjects.orderCommand("submit", order.account()),
                order.account(),
                order.clientOrderId(),
                order.user(),
                Wire.encode(order));
    }

    static Command of(CancelOrder cancel) {
        return new Command(
                CANCEL,
                Subjects.orderCommand("cancel", cancel.account()),
                cancel.account(),
                cancel.clientOrderId(),
                cancel.user(),
                Wire.encode(cancel));
    }
}
