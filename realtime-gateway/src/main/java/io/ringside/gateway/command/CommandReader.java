package io.ringside.gateway.command;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.gateway.json.Fields;
import io.ringside.gateway.json.Malformed;
import java.util.regex.Pattern;

/** Reads the bodies of commands. Form is checked here; what an order means is decided where its state is. */
final class CommandReader {
    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final String ID_RULE = "must be 1 to 36 letters, digits, hyphens or underscores";
    private static final String TOKEN_RULE = "must be 1 to 64 letters, digits, hyphens or underscores";
    private static final String DECIMAL_RULE =
            "must be a decimal number as text, at most 18 digits before and after the point, without sign or exponent";

    private CommandReader() {}

    static Command read(String type, JsonNode body, String user) throws Malformed {
        Fields fields = Fields.of("", body);
        Command command =
                switch (type) {
                    case Command.SUBMIT -> Command.of(submit(fields, user));
                    case Command.CANCEL -> Command.of(cancel(fields, user));
                    default -> throw new Malformed("type", "must be " + Command.SUBMIT + " or " + Command.CANCEL);
                };
        fields.nothingElse();
        return command;
    }

    private static SubmitOrder submit(Fields fields, String user) throws Malformed {
        return new SubmitOrder(
                fields.text("clientOrderId", CLIENT_ORDER_ID, ID_RULE),
                fields.text("account", TOKEN, TOKEN_RULE),
                user,
                fields.text("instrument", TOKEN, TOKEN_RULE),
                fields.constant("side", Side.class),
                fields.constant("orderType", OrderType.class),
                fields.constant("timeInForce", TimeInForce.class),
                fields.text("quantity", DECIMAL, DECIMAL_RULE),
                fields.optionalText("limitPrice", DECIMAL, DECIMAL_RULE));
    }

    private static CancelOrder cancel(Fields fields, String user) throws Malformed {
        return new CancelOrder(
                fields.text("clientOrderId", CLIENT_ORDER_ID, ID_RULE),
                fields.text("originalClientOrderId", CLIENT_ORDER_ID, ID_RULE),
                fields.text("account", TOKEN, TOKEN_RULE),
                user);
    }
}
