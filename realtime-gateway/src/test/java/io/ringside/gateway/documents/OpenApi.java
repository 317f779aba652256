package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.type.Argument;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The description of the HTTP, OpenAPI 3.1, put together from routes, records and the words of {@link Operations}. */
final class OpenApi {
    private static final String TEXT = """
        Sign-in, commands for programs and queries of the Ringside gateway. Everything live goes over the socket: \
        see PROTOCOL.md.

        **Errors** are `application/problem+json` (RFC 9457) with a `code`. **Bodies** are strict: a field that is \
        missing, unknown, repeated or not well formed is refused as `MALFORMED`, with `field` and the rule in \
        `detail`; so is an unknown parameter of a query. **Numbers** of the market are decimal texts, times ISO 8601 \
        in UTC. \
        What the server sends may get more fields: ignore those that you do not know.

        **Commands** are `received` when a server that syncs to disk has them. Without an answer, and after \
        `UNKNOWN_OUTCOME`, send the same body with the same id again, as often as needed: it has one outcome.

        Paths without a version, `/api/…`, are those of `/api/v1/…`.""";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Schemas schemas = new Schemas(new BodyRules());
    private final Map<String, Routes.Route> routes;
    private final ObjectNode document = Schemas.JSON.createObjectNode();

    OpenApi(Map<String, Routes.Route> routes) {
        this.routes = routes;
    }

    /** The whole document. */
    ObjectNode write() {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Ringside").put("version", "1").put("description", TEXT);
        document.putArray("servers").addObject().put("url", "/").put("description", "The gateway that served this");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : Operations.ALL) {
            String[] route = operation.route().split(" ");
            paths.withObjectProperty(route[1]).set(route[0].toLowerCase(Locale.ROOT), describe(operation));
        }
        LiveRoutes.describe(paths);
        Management.describe(paths, schemas);
        components();
        return document;
    }

    private ObjectNode describe(Operation operation) {
        Routes.Route route = routes.get(operation.route());
        if (route == null) {
            throw new IllegalStateException("described, but no route: " + operation.route());
        }
        ObjectNode node = Schemas.JSON.createObjectNode();
        node.put("operationId", operation.id())
                .put("summary", operation.summary())
                .put("description", operation.text());
        node.putArray("tags").add(operation.tag());
        parameters(operation, route, node.putArray("parameters"));
        if (operation.body() != null) {
            ObjectNode body = node.putObject("requestBody").put("required", true);
            body.putObject("content").putObject("application/json").set("schema", schemas.of(operation.body()));
        }
        ObjectNode responses = node.putObject("responses");
        good(operation, route, responses);
        Set<ErrorCode> fails = new TreeSet<>(operation.fails());
        fails.add(ErrorCode.MALFORMED);
        if (route.isOpen()) {
            node.putArray("security");
        } else {
            fails.add(ErrorCode.UNAUTHENTICATED);
        }
        refusals(fails, responses);
        return node;
    }

    private static void parameters(Operation operation, Routes.Route route, ArrayNode parameters) {
        PLACE.matcher(operation.route()).results().forEach(place -> {
            ObjectNode part = parameters.addObject();
            part.put("name", place.group(1)).put("in", "path").put("required", true);
            part.putObject("schema").put("type", "string");
        });
        for (String name : Parameters.READ_BY_ROUTE.getOrDefault(operation.id(), route.parameters())) {
            parameters.add(Parameters.of(operation.id(), name));
        }
        if (operation.status() == 202) {
            parameters.add(header("IdempotencyKey"));
            parameters.add(header("Traceparent"));
        }
        parameters.add(header("CorrelationId"));
    }

    private static ObjectNode header(String name) {
        return Schemas.JSON.createObjectNode().put("$ref", "#/components/parameters/" + name);
    }

    private void good(Operation operation, Routes.Route route, ObjectNode responses) {
        ObjectNode answer = responses.putObject(Integer.toString(operation.status()));
        answer.put("description", operation.status() == 202 ? "Received: a server that syncs to disk has it" : "Good");
        answer.putObject("headers").set("X-Correlation-Id", header("X-Correlation-Id", "headers"));
        if (operation.status() == 204) {
            return;
        }
        ObjectNode content = answer.putObject("content");
        Argument<?> type = route.answer();
        boolean bytes = type.getType() == byte[].class && operation.answer() == null;
        if (bytes) {
            content.putObject(operation.route().endsWith(".json") ? "application/json" : "*/*");
        } else {
            content.putObject("application/json")
                    .set("schema", schemas.of(operation.answer() == null ? type.asType() : operation.answer()));
        }
    }

    private static ObjectNode header(String name, String folder) {
        return Schemas.JSON.createObjectNode().put("$ref", "#/components/" + folder + '/' + name);
    }

    /** Codes of the same status are one answer. */
    private static void refusals(Set<ErrorCode> fails, ObjectNode responses) {
        Map<Integer, Set<ErrorCode>> byStatus = fails.stream()
                .collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        byStatus.forEach((status, codes) -> responses
                .putObject(Integer.toString(status))
                .put(
                        "$ref",
                        "#/components/responses/"
                                + codes.stream().map(Enum::name).collect(Collectors.joining("_"))));
    }

    private void components() {
        ObjectNode problem = schemas.of(type("io.ringside.gateway.http.Problem"));
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all());
        ObjectNode responses = components.putObject("responses");
        for (ErrorCode code : ErrorCode.values()) {
            ObjectNode response = responses.putObject(code.name());
            response.put(
                    "description",
                    new Comments().of(ErrorCode.class, code.name()).orElse(code.name()));
            ObjectNode headers = response.putObject("headers");
            headers.set("X-Correlation-Id", header("X-Correlation-Id", "headers"));
            if (code.temporary()) {
                headers.set("Retry-After", header("Retry-After", "headers"));
            }
            if (code == ErrorCode.UNAUTHENTICATED) {
                headers.set("WWW-Authenticate", header("WWW-Authenticate", "headers"));
            }
            if (code == ErrorCode.METHOD_NOT_ALLOWED) {
                headers.set("Allow", header("Allow", "headers"));
            }
            ArrayNode both = response.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .putArray("allOf");
            both.add(problem);
            ObjectNode exact = both.addObject().putObject("properties");
            exact.putObject("status").put("const", code.status());
            exact.putObject("code").put("const", code.name());
        }
        ObjectNode bearer = components.putObject("securitySchemes").putObject("accessToken");
        bearer.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT (RFC 9068), ES256 or EdDSA");
        document.putArray("security").addObject().putArray("accessToken");
        Headers.add(components);
    }

    /** A record that only its own package sees. */
    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
