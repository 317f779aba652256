package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes that stand in no controller: the way to a socket, and what operators and their machines ask. */
final class Management {

    private Management() {}

    /** All of them. */
    static final Set<String> ROUTES = Set.of("GET /ws", "GET /health", "GET /health/{selector}", "GET /prometheus");

    /** How the gateway is. */
    record Health(
            @Nullable String name, String status, @Nullable Map<String, Object> details) {}

    /** Adds them to the paths of a document. */
    static void describe(ObjectNode paths, Schemas schemas) {
        socket(paths, schemas);
        health(paths, schemas, "/health", "health", "How everything is; details for whoever is signed in.");
        ObjectNode part = health(paths, schemas, "/health/{selector}", "healthOf", """
            `liveness`: whether the process should go on. `readiness`: whether it should get clients.""");
        ObjectNode selector = part.putArray("parameters").addObject();
        selector.put("name", "selector").put("in", "path").put("required", true);
        selector.putObject("schema")
                .put("type", "string")
                .putArray("enum")
                .add("liveness")
                .add("readiness");
        ObjectNode metrics = operation(paths, "/prometheus", "metrics", "Metrics", "In Prometheus' text format.");
        good(metrics.withObjectProperty("responses"), "200", "The metrics").putObject("text/plain");
    }

    private static void socket(ObjectNode paths, Schemas schemas) {
        ObjectNode socket = operation(paths, "/ws", "socket", "Open a socket", """
            RFC 6455 with subprotocol `ringside.v1`; what is spoken then: `asyncapi.json`. A page's `Origin` must be \
            on the allow-list.""");
        ObjectNode responses = socket.withObjectProperty("responses");
        responses.putObject("101").put("description", "The socket is open; `connect` comes first, with a ticket");
        for (ErrorCode code : List.of(ErrorCode.MALFORMED, ErrorCode.FORBIDDEN, ErrorCode.UNAVAILABLE)) {
            responses.putObject(Integer.toString(code.status())).put("$ref", "#/components/responses/" + code.name());
        }
        responses
                .putObject("426")
                .put("description", "It asks for no upgrade to `websocket`, or for another version than 13")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(OpenApi.type("io.ringside.gateway.http.Problem")));
    }

    private static ObjectNode health(ObjectNode paths, Schemas schemas, String path, String id, String text) {
        ObjectNode operation = operation(paths, path, id, "Health", text);
        ObjectNode responses = operation.withObjectProperty("responses");
        good(responses, "200", "It is well").putObject("application/json").set("schema", schemas.of(Health.class));
        good(responses, "503", "It is not").putObject("application/json").set("schema", schemas.of(Health.class));
        return operation;
    }

    private static ObjectNode operation(ObjectNode paths, String path, String id, String summary, String text) {
        ObjectNode operation = paths.putObject(path).putObject("get");
        operation.put("operationId", id).put("summary", summary).put("description", text);
        operation.putArray("tags").add(Operations.OPERATORS);
        operation.putArray("security");
        return operation;
    }

    private static ObjectNode good(ObjectNode responses, String status, String text) {
        return responses.putObject(status).put("description", text).putObject("content");
    }
}
