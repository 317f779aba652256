package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.gateway.command.CommandBodies;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Result;
import io.ringside.gateway.protocol.ServerMessage;
import io.ringside.gateway.protocol.SocketRequests;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;

/** The description of the socket, AsyncAPI 3.0, put together from its records, requests and pushes. */
final class AsyncApi {
    private static final String SOCKET = "socket";
    private static final String ERROR = "error";
    private static final Class<?> REPLY = OpenApi.type("io.ringside.gateway.protocol.ServerMessage$Reply");
    private static final String TEXT = """
        One WebSocket carries everything live: `GET /ws`, subprotocol `ringside.v1`, text frames, each holding one \
        JSON object of at most 64 KiB. Channel `socket` is the connection itself: requests, their answers, heartbeats \
        and farewells. \
        The other channels are what a client subscribes to; their messages come over the same connection. \
        What the server sends may get more fields: ignore those that you do not know. \
        Where a network lets no WebSocket through, the same messages come as server-sent events or by polling, \
        at `/live` (PROTOCOL.md, 2.6). \
        The rules in words: PROTOCOL.md.""";

    /** Which result answers a request. */
    private static final Map<String, String> ANSWERS = Map.of(
            "connect", "connected",
            "subscribe", "subscribed",
            "unsubscribe", "unsubscribed",
            "resync", "subscribed",
            "refresh", "refreshed",
            "presence", "noted",
            "pace", "paced",
            "ping", "pong");

    private final Schemas schemas = new Schemas(new BodyRules());
    private final Comments comments = new Comments();
    private final ObjectNode document = Schemas.JSON.createObjectNode();
    private final ObjectNode messages = Schemas.JSON.createObjectNode();

    /** The whole document. */
    ObjectNode write() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Ringside").put("version", "1").put("description", TEXT);
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("gateway")
                .put("host", "localhost:8080")
                .put("protocol", "ws")
                .put("description", "A floor that runs on this machine; elsewhere wss");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        socket(channels.putObject(SOCKET), operations);
        Pushed.ALL.forEach(pushed -> push(pushed, channels.putObject(pushed.id()), operations));
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas.all());
        document.set("x-close-codes", Codes.closeCodes(comments));
        document.set("x-error-codes", Codes.errorCodes(comments));
        document.set("x-reject-reasons", Codes.rejectReasons());
        return document;
    }

    private void socket(ObjectNode channel, ObjectNode operations) {
        channel.put("address", "/ws").put("title", "The connection");
        ObjectNode used = channel.putObject("messages");
        ObjectNode headers = channel.putObject("bindings")
                .putObject("ws")
                .put("method", "GET")
                .putObject("headers");
        headers.put("type", "object");
        headers.putObject("properties")
                .putObject("Sec-WebSocket-Protocol")
                .put("type", "string")
                .put("const", "ringside.v1");
        answers(used);
        SocketRequests.KINDS.forEach((kind, record) -> {
            ObjectNode fields = request(kind, comments.of(record).orElse(""));
            fields.set(kind, schemas.of(record));
            ask(used, operations, kind, Objects.requireNonNull(ANSWERS.get(kind)));
        });
        CommandBodies.TYPES.forEach((type, record) -> {
            ObjectNode command = object(
                            request(type, comments.of(record).orElse("")).putObject("command"), "type", "body")
                    .put("additionalProperties", false)
                    .withObjectProperty("properties");
            command.putObject("type").put("type", "string").put("const", type);
            command.set("body", schemas.of(record));
            ask(used, operations, type, "received");
        });
        for (Class<?> message : ServerMessage.class.getPermittedSubclasses()) {
            if (message != REPLY) {
                fromServer(used, operations, message);
            }
        }
    }

    /** The message of a request; gives its fields. */
    private ObjectNode request(String name, String text) {
        ObjectNode payload = message(name, text);
        String kind = SocketRequests.KINDS.containsKey(name) ? name : "command";
        ObjectNode fields =
                object(payload, "id", kind).put("additionalProperties", false).withObjectProperty("properties");
        SocketRequests.addIdRule(fields.putObject("id"));
        return fields;
    }

    private void ask(ObjectNode used, ObjectNode operations, String name, String answer) {
        used.set(name, reference("#/components/messages/" + name));
        ObjectNode operation = operations.putObject(name).put("action", "receive");
        operation.set("channel", reference("#/channels/" + SOCKET));
        operation.putArray("messages").add(onSocket(name));
        ObjectNode reply = operation.putObject("reply");
        reply.set("channel", reference("#/channels/" + SOCKET));
        reply.putArray("messages").add(onSocket(answer)).add(onSocket(ERROR));
    }

    /** One message for each result that there is, and one for all errors. */
    private void answers(ObjectNode used) {
        for (RecordComponent component : Result.class.getRecordComponents()) {
            String name = component.getName();
            ObjectNode result = answer(name, "The answer `" + name + "`.", 1).putObject("result");
            object(result, name);
            result.withObjectProperty("properties").set(name, schemas.of(component.getGenericType()));
            used.set(name, reference("#/components/messages/" + name));
        }
        answer(ERROR, "A request is refused; id 0 means the socket itself.", 0).set(ERROR, schemas.of(Fault.class));
        used.set(ERROR, reference("#/components/messages/" + ERROR));
    }

    private ObjectNode answer(String name, String text, int leastId) {
        ObjectNode fields = object(message(name, text), "id", name.equals(ERROR) ? ERROR : "result")
                .withObjectProperty("properties");
        fields.putObject("id").put("type", "integer").put("minimum", leastId);
        return fields;
    }

    /** A message that carries nothing but a field of its own name. */
    private void fromServer(ObjectNode used, ObjectNode operations, Class<?> record) {
        String name = record.getRecordComponents()[0].getName();
        message(name, comments.of(record).orElse(""));
        messages.withObjectProperty(name).set("payload", schemas.of(record));
        used.set(name, reference("#/components/messages/" + name));
        ObjectNode operation = operations.putObject(name).put("action", "send");
        operation.set("channel", reference("#/channels/" + SOCKET));
        operation.putArray("messages").add(onSocket(name));
    }

    private void push(Pushed pushed, ObjectNode channel, ObjectNode operations) {
        channel.put("address", pushed.address());
        channel.put("description", pushed.text() + " Delivery: " + pushed.delivery() + '.');
        ObjectNode used = channel.putObject("messages");
        if (pushed.address().contains("{")) {
            String parameter = pushed.address().replaceAll(".*\\{|}.*", "");
            channel.putObject("parameters").putObject(parameter).put("description", "Name of the " + parameter);
        }
        ObjectNode operation = operations.putObject("push." + pushed.id()).put("action", "send");
        operation.set("channel", reference("#/channels/" + pushed.id()));
        ArrayNode sent = operation.putArray("messages");
        pushed.types().forEach((type, record) -> {
            String name = "push." + type;
            push(pushed, type, record, message(name, comments.of(record).orElse("")));
            used.set(name, reference("#/components/messages/" + name));
            sent.add(reference("#/channels/" + pushed.id() + "/messages/" + name));
        });
    }

    private void push(Pushed pushed, String type, Class<?> record, ObjectNode payload) {
        ObjectNode push =
                object(payload, "push").withObjectProperty("properties").putObject("push");
        String[] required = pushed.isReplayable()
                ? new String[] {"channel", "type", "sequence", "previous", "data"}
                : new String[] {"channel", "type", "data"};
        ObjectNode fields = object(push, required).withObjectProperty("properties");
        fields.putObject("channel").put("type", "string").put("pattern", pushed.pattern());
        fields.putObject("type").put("type", "string").put("const", type);
        if (pushed.isReplayable()) {
            fields.putObject("sequence").put("type", "integer").put("minimum", 1);
            fields.putObject("previous").put("type", "integer").put("minimum", 0);
        }
        fields.set("data", schemas.of(record));
    }

    private ObjectNode message(String name, String text) {
        ObjectNode message = messages.putObject(name).put("name", name);
        if (!text.isEmpty()) {
            message.put("summary", text);
        }
        return message.putObject("payload");
    }

    private static ObjectNode object(ObjectNode schema, String... required) {
        ArrayNode names = schema.put("type", "object").putArray("required");
        for (String name : required) {
            names.add(name);
        }
        schema.putObject("properties");
        return schema;
    }

    private static ObjectNode onSocket(String message) {
        return reference("#/channels/" + SOCKET + "/messages/" + message);
    }

    private static ObjectNode reference(String target) {
        return Schemas.JSON.createObjectNode().put("$ref", target);
    }
}
