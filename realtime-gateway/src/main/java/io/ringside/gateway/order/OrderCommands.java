package io.ringside.gateway.order;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
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
    static final String AMEND = "order.amend";
    static final String CANCEL_ALL = "order.cancel-all";

    private static final String ID = "clientOrderId";

    @Override
    public List<CommandForm> forms() {
        return List.of(
                new CommandForm(SUBMIT, ID, Kind.ORDER, OrderCommands::submit),
                new CommandForm(CANCEL, ID, Kind.CANCEL, OrderCommands::cancel),
                new CommandForm(AMEND, ID, Kind.ORDER, OrderCommands::amend),
                new CommandForm(CANCEL_ALL, ID, Kind.CANCEL, OrderCommands::cancelAll));
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

    private static Command amend(CommandFields fields, String user) throws Malformed {
        AmendOrder amend = new AmendOrder(
                fields.id(ID),
                fields.id("originalClientOrderId"),
                fields.token("account"),
                user,
                fields.optionalDecimal("quantity"),
                fields.optionalDecimal("limitPrice"));
        if (amend.quantity() == null && amend.limitPrice() == null) {
            throw new Malformed("quantity", "or limitPrice is required, or both");
        }
        String subject = Subjects.orderCommand("amend", amend.account());
        return Command.of(AMEND, subject, amend.account(), amend.clientOrderId(), user, amend);
    }

    private static Command cancelAll(CommandFields fields, String user) throws Malformed {
        CancelOrders cancel = new CancelOrders(
                fields.id(ID),
                fields.token("account"),
                user,
                fields.optionalToken("instrument"),
                fields.optionalConstant("side", Side.class));
        String subject = Subjects.orderCommand("cancel-all", cancel.account());
        return Command.of(CANCEL_ALL, subject, cancel.account(), cancel.clientOrderId(), user, cancel);
    }
}
