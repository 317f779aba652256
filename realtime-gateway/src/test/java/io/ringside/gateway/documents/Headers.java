package io.ringside.gateway.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The headers that more than one route takes or gives. */
final class Headers {
    private Headers() {}

    /** Adds them to the components of a document. */
    static void add(ObjectNode components) {
        ObjectNode taken = components.putObject("parameters");
        parameter(taken, "IdempotencyKey", "Idempotency-Key", "If sent, must equal the command's own id.")
                .put("pattern", "^[A-Za-z0-9_-]{1,36}$");
        parameter(taken, "Traceparent", "traceparent", """
            W3C Trace Context: carried through everything that follows from the command.""");
        parameter(taken, "CorrelationId", "X-Correlation-Id", "Is repeated in the answer; one is made without it.")
                .put("pattern", "^[A-Za-z0-9_-]{1,64}$");
        ObjectNode given = components.putObject("headers");
        ObjectNode correlation = given.putObject("X-Correlation-Id");
        correlation.put("description", "Names this call in our log: the caller's own id, or one that was made.");
        correlation.put("required", true).putObject("schema").put("type", "string");
        given("WWW-Authenticate", "RFC 6750: `invalid_token` if a token was sent.", given);
        given("Allow", "Methods that may be used there.", given);
        ObjectNode retry = given.putObject("Retry-After");
        retry.put("description", "Seconds, rounded up from `retryAfterMs`; there if that is.");
        retry.putObject("schema").put("type", "integer").put("minimum", 1);
    }

    private static void given(String name, String text, ObjectNode all) {
        all.putObject(name).put("description", text).putObject("schema").put("type", "string");
    }

    private static ObjectNode parameter(ObjectNode all, String key, String name, String text) {
        ObjectNode parameter = all.putObject(key);
        parameter.put("name", name).put("in", "header").put("required", false).put("description", text);
        return parameter.putObject("schema").put("type", "string");
    }
}
