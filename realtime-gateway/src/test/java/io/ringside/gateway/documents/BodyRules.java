package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.gateway.command.CommandBodies;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.SocketRequests;
import io.ringside.gateway.protocol.Subscribed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** What clients send, and the rules of each field of it. */
final class BodyRules {
    /** {@code POST /api/v1/session}. */
    record Credentials(String user, String password) {}

    /** {@code POST /api/v1/session/refresh}. */
    record Renewal(String refreshToken) {}

    /** {@code POST /api/v1/ops/connections/{id}/disconnect}. */
    record Disconnect(int code, String reason) {}

    private static final Set<String> REQUIRED = Set.of("alertIds", "channels");
    private static final List<Class<?>> OTHERS = List.of(Credentials.class, Renewal.class, Disconnect.class);

    private static final List<CloseCode> DISCONNECT =
            List.of(CloseCode.RESTART, CloseCode.OVERLOAD, CloseCode.EXPIRED, CloseCode.RESYNC, CloseCode.FORBIDDEN);

    private static final Map<String, Consumer<ObjectNode>> SIGN_IN = Map.of(
            "user", schema -> schema.put("pattern", "^[A-Za-z0-9_-]{1,64}$"),
            "password", schema -> schema.put("minLength", 1).put("maxLength", 128));

    boolean isBody(Class<?> type) {
        return CommandBodies.has(type) || SocketRequests.has(type) || OTHERS.contains(type);
    }

    boolean isLeftOut(Class<?> type, String field) {
        return CommandBodies.leavesOut(type, field);
    }

    /** Lists that are needed, even if they may be empty. */
    boolean isRequired(Class<?> type, String field) {
        return isBody(type) && REQUIRED.contains(field);
    }

    void add(Class<?> type, String field, ObjectNode schema) {
        if (CommandBodies.has(type)) {
            CommandBodies.addRule(type, field, schema);
        } else if (SocketRequests.has(type)) {
            SocketRequests.addRule(field, schema);
        } else if (type == Subscribed.class && field.equals("mode")) {
            schema.putArray("enum").add("live").add("replay").add("gap");
        } else if (type == Subscribed.class && field.equals("reason")) {
            ArrayNode reasons = schema.putArray("enum");
            Arrays.stream(Subscribed.Gap.values()).map(Subscribed.Gap::word).forEach(reasons::add);
        } else if (type == Credentials.class) {
            Objects.requireNonNull(SIGN_IN.get(field)).accept(schema);
        } else if (type == Renewal.class) {
            schema.put("pattern", "^[A-Za-z0-9_-]{43}$");
        } else if (type == Disconnect.class && field.equals("code")) {
            ArrayNode codes = schema.putArray("enum");
            DISCONNECT.forEach(code -> codes.add(code.code()));
        } else if (type == Disconnect.class) {
            schema.put("pattern", "^[\\x20-\\x7e]{1,100}$");
        }
    }

    /** Adds the form of an entry of a list to its schema. */
    void addEntry(Class<?> type, Class<?> entry, ObjectNode schema) {
        if (CommandBodies.has(type)) {
            CommandBodies.addEntryRule(schema);
        } else if (SocketRequests.has(type) && entry == String.class) {
            SocketRequests.addEntryRule(schema);
        }
    }

    void add(Class<?> type, ObjectNode schema) {
        if (CommandBodies.has(type)) {
            CommandBodies.addRule(type, schema);
        }
    }
}
