package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.Locale;
import java.util.Set;

/** The routes that carry a session for whom no WebSocket gets through. What is said on them: {@code asyncapi.json}. */
final class LiveRoutes {
    /** All of them. */
    static final Set<String> ROUTES =
            Set.of("POST /live/sse", "POST /live/poll", "POST /live/poll/next", "POST /live/send", "DELETE /live");

    private static final String TAG = "Without a socket";
    private static final String SESSION = "Ringside-Session";
    private static final String PROTOCOL = "Ringside-Protocol";
    private static final String LINES = "application/x-ndjson";

    private final ObjectNode paths;

    private LiveRoutes(ObjectNode paths) {
        this.paths = paths;
    }

    /** Adds them to the paths of a document. */
    static void describe(ObjectNode paths) {
        LiveRoutes routes = new LiveRoutes(paths);
        routes.events();
        routes.polls();
        routes.posts();
    }

    private void events() {
        ObjectNode stream = beginning("POST /live/sse", "liveEvents", "Begin a session as server-sent events", """
            The session lasts as long as the answer. An unnamed event holds one message; `ping` asks for a sign of \
            life, which any `/live/send` is; `close` holds `code` and `reason`, and is the last.""");
        schema(stream, "text/event-stream").put("type", "string");
    }

    private void polls() {
        ObjectNode poll = beginning("POST /live/poll", "livePoll", "Begin a session by polling", """
            Answered with the first batch; at once, where no message is sent.""");
        batch(schema(poll, "application/json"));
        ObjectNode next = operation("POST /live/poll/next", "livePollNext", "Poll", """
            Waits up to 20 s for what comes after a batch; without anything its `number` is that of the batch before. \
            The last batch is told again to whoever asks again: its answer was lost.""");
        ObjectNode after = next.putObject("requestBody").put("required", true);
        ObjectNode position = after.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("type", "object");
        number(position.putObject("properties").putObject("after"));
        position.putArray("required").add("after");
        batch(schema(good(next, "200", "The batch"), "application/json"));
        fails(
                next,
                ErrorCode.MALFORMED,
                ErrorCode.FORBIDDEN,
                ErrorCode.NOT_FOUND,
                ErrorCode.TOO_LARGE,
                ErrorCode.UNAVAILABLE,
                ErrorCode.UNKNOWN_OUTCOME);
    }

    private void posts() {
        ObjectNode send = operation("POST /live/send", "liveSend", "Send messages", """
            A line each, at most 64 KiB; at most 64 and 128 KiB together. What they are answered with comes as an \
            event or in a batch. Without any it is a sign of life. Waits while more is sent than the limit.""");
        lines(send);
        good(send, "204", "Taken, in their order");
        fails(
                send,
                ErrorCode.MALFORMED,
                ErrorCode.FORBIDDEN,
                ErrorCode.NOT_FOUND,
                ErrorCode.TOO_LARGE,
                ErrorCode.UNAVAILABLE,
                ErrorCode.UNKNOWN_OUTCOME);
        ObjectNode leave = operation("DELETE /live", "liveClose", "Close a session", """
            As a client closes a socket.""");
        good(leave, "204", "It is closing");
        fails(
                leave,
                ErrorCode.MALFORMED,
                ErrorCode.FORBIDDEN,
                ErrorCode.NOT_FOUND,
                ErrorCode.UNAVAILABLE,
                ErrorCode.UNKNOWN_OUTCOME);
    }

    /** What a good answer of a route that begins a session is. */
    private ObjectNode beginning(String route, String id, String summary, String text) {
        ObjectNode operation = described(route, id, summary, text);
        parameter(operation, PROTOCOL, "Versions that the client speaks, as in `Sec-WebSocket-Protocol`.");
        lines(operation);
        ObjectNode good = good(operation, "200", "The session has begun");
        header(good, SESSION, "Names the session to whoever holds it, and is a secret.");
        header(good, PROTOCOL, "The version that is spoken.");
        fails(operation, ErrorCode.MALFORMED, ErrorCode.FORBIDDEN, ErrorCode.TOO_LARGE, ErrorCode.UNAVAILABLE);
        return good;
    }

    /** Of a session that has begun. */
    private ObjectNode operation(String route, String id, String summary, String text) {
        ObjectNode operation = described(route, id, summary, text);
        parameter(operation, SESSION, "As it was told when the session began.");
        return operation;
    }

    private ObjectNode described(String route, String id, String summary, String text) {
        String[] parts = route.split(" ");
        ObjectNode operation = paths.withObjectProperty(parts[1]).putObject(parts[0].toLowerCase(Locale.ROOT));
        operation.put("operationId", id).put("summary", summary).put("description", text);
        operation.putArray("tags").add(TAG);
        operation.putArray("security");
        return operation;
    }

    private static void parameter(ObjectNode operation, String name, String text) {
        ObjectNode parameter = operation.withArrayProperty("parameters").addObject();
        parameter.put("name", name).put("in", "header").put("required", true).put("description", text);
        parameter.putObject("schema").put("type", "string");
    }

    private static void header(ObjectNode answer, String name, String text) {
        ObjectNode header = answer.withObjectProperty("headers").putObject(name);
        header.put("description", text)
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
    }

    private static void lines(ObjectNode operation) {
        ObjectNode body = operation.putObject("requestBody").put("required", false);
        body.putObject("content").putObject(LINES).putObject("schema").put("type", "string");
    }

    private static ObjectNode good(ObjectNode operation, String status, String text) {
        ObjectNode answer = operation.withObjectProperty("responses").putObject(status);
        answer.put("description", text)
                .putObject("headers")
                .putObject("X-Correlation-Id")
                .put("$ref", "#/components/headers/X-Correlation-Id");
        return answer;
    }

    private static ObjectNode schema(ObjectNode answer, String type) {
        return answer.withObjectProperty("content").putObject(type).putObject("schema");
    }

    private static void batch(ObjectNode schema) {
        ObjectNode fields = schema.put("type", "object").putObject("properties");
        number(fields.putObject("number"));
        fields.putObject("messages").put("type", "array").putObject("items").put("type", "object");
        ObjectNode close = fields.putObject("close").put("type", "object");
        ObjectNode said = close.putObject("properties");
        said.putObject("code").put("type", "integer");
        said.putObject("reason").put("type", "string");
        close.putArray("required").add("code").add("reason");
        schema.putArray("required").add("number").add("messages");
        schema.put("additionalProperties", false);
    }

    private static void number(ObjectNode schema) {
        schema.put("type", "integer").put("minimum", 0);
    }

    private static void fails(ObjectNode operation, ErrorCode... codes) {
        ObjectNode responses = operation.withObjectProperty("responses");
        for (ErrorCode code : codes) {
            responses.putObject(Integer.toString(code.status())).put("$ref", "#/components/responses/" + code.name());
        }
    }
}
