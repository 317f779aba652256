package io.ringside.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.contracts.CommandId;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The bodies of commands as clients send them: records without their sender, each text in the form that is read. */
public final class CommandBodies {
    /** Which record a command of this type carries. */
    public static final Map<String, Class<?>> TYPES = types();

    private CommandBodies() {}

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("order.submit", SubmitOrder.class);
        types.put("order.cancel", CancelOrder.class);
        types.put("order.amend", AmendOrder.class);
        types.put("order.cancel-all", CancelOrders.class);
        types.put("rfq.request", RequestQuotes.class);
        types.put("rfq.quote", SubmitQuote.class);
        types.put("rfq.accept", AcceptQuote.class);
        types.put("rfq.pass", PassRfq.class);
        types.put("rfq.cancel", CancelRfq.class);
        types.put("presence.set", SetPresence.class);
        types.put("alert.acknowledge", AcknowledgeAlerts.class);
        return types;
    }

    /** What the record of a command of this type is called. */
    public static String nameOf(String type) {
        return Objects.requireNonNull(TYPES.get(type)).getSimpleName();
    }

    /** Whether a client sends such a record. */
    public static boolean has(Class<?> record) {
        return TYPES.containsValue(record);
    }

    /** Who sends a command the gateway knows. */
    public static boolean leavesOut(Class<?> record, String field) {
        return has(record) && field.equals("user");
    }

    /** Adds the form of a field to its schema. */
    public static void addRule(Class<?> record, String field, ObjectNode schema) {
        switch (field) {
            case "account", "instrument" -> pattern(schema, CommandFields.TOKEN);
            case "rfqId", "quoteId" -> pattern(schema, CommandFields.UUID);
            case "quantity", "limitPrice", "price" -> pattern(schema, CommandFields.DECIMAL);
            case "expiresAt" -> pattern(schema, CommandFields.TIME);
            case "message" -> pattern(schema, SetPresence.MESSAGE);
            case "version" -> bounds(schema, 1, Rfq.VERSIONS_MAX);
            case "lifeSeconds" -> bounds(schema, Rfq.LIFE_SECONDS_MIN, Rfq.LIFE_SECONDS_MAX);
            case "counterparties" -> names(schema, 0, Rfq.COUNTERPARTIES_MAX);
            case "alertIds" -> names(schema, 1, AcknowledgeAlerts.ALERTS_MAX);
            case "side", "orderType", "timeInForce", "status" -> {}
            default -> id(record, field, schema);
        }
    }

    /** Adds the form of an entry of a list to its schema: all lists are of names. */
    public static void addEntryRule(ObjectNode schema) {
        pattern(schema, CommandFields.TOKEN);
    }

    /** Adds the rule of a whole body to its schema. */
    public static void addRule(Class<?> record, ObjectNode schema) {
        if (record == AmendOrder.class) {
            ArrayNode either = schema.putArray("anyOf");
            for (String field : new String[] {"quantity", "limitPrice"}) {
                ObjectNode present = either.addObject();
                present.putArray("required").add(field);
                present.putObject("properties").putObject(field).put("type", "string");
            }
        }
    }

    private static void id(Class<?> record, String field, ObjectNode schema) {
        if (!field.startsWith("client") && !field.equals("originalClientOrderId")) {
            throw new IllegalStateException("no rule is known for " + record.getSimpleName() + '.' + field);
        }
        pattern(schema, CommandId.FORM);
    }

    private static void names(ObjectNode schema, int least, int most) {
        if (least > 0) {
            schema.put("minItems", least);
        }
        schema.put("maxItems", most).put("uniqueItems", true);
    }

    private static void pattern(ObjectNode schema, Pattern pattern) {
        schema.put("pattern", whole(pattern));
    }

    private static void bounds(ObjectNode schema, long least, long most) {
        schema.put("minimum", least).put("maximum", most);
    }

    private static String whole(Pattern pattern) {
        return "^(?:" + pattern.pattern() + ")$";
    }
}
