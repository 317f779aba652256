package io.ringside.gateway.order;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.gateway.command.Command;
import io.ringside.gateway.command.CommandFeature;
import io.ringside.gateway.command.CommandFields;
import io.ringside.gateway.command.CommandForm;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.Kind;
import jakarta.inject.Singleton;
import java.util.List;

/** What may be done with orders. */
@Singleton
final class OrderCommands implements CommandFeature {
    static final String SUBMIT = "order.submit";
    static final String CANCEL = "order.cancel";

    private static final String ID = "clientOrderId";

    @Override
    public List<CommandForm> forms() {
        return List.of(
                new CommandForm(SUBMIT, ID, Kind.ORDER, OrderCommands::submit),
                new CommandForm(CANCEL, ID, Kind.CANCEL, OrderCommands::cancel));
    }

    private static Command submit(CommandFields fields, String user) throws Malformed {
        SubmitOrder order = new SubmitOrder(
                fields.id(ID),
                fields.token("account"),
                user,
                fields.token("instrument"),
                fields.constant("side", Side.class),
                fields.constant("orderType", OrderType.class),
                fields.constant("timeInForce", TimeInForce.class),
                fields.decimal("quantity"),
                fields.optionalDecimal("limitPrice"),
                fields.optionalTime("expiresAt"));
        String subject = Subjects.orderCommand("submit", order.account());
        return Command.of(SUBMIT, subject, order.account(), order.clientOrderId(), user, order);
    }

    private static Command cancel(CommandFields fields, String user) throws Malformed {
        CancelOrder cancel =
                new CancelOrder(fields.id(ID), fields.id("originalClientOrderId"), fields.token("account"), user);
        String subject = Subjects.orderCommand("cancel", cancel.account());
        return Command.of(CANCEL, subject, cancel.account(), cancel.clientOrderId(), user, cancel);
    }
}
