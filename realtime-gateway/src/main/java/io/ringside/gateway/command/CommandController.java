package io.ringside.gateway.command;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Headers;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import io.ringside.gateway.protocol.Received;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/orders} and {@code POST /api/orders/cancel}. */
@Controller("/api/orders")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class CommandController {
    private final CommandDesk desk;

    CommandController(CommandDesk desk) {
        this.desk = desk;
    }

    /** The command is received. */
    @Serdeable
    record ReceivedAnswer(Received received) {}

    @Post
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> submit(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return take(Command.SUBMIT, caller, idempotencyKey, trace, body);
    }

    @Post("/cancel")
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> cancel(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return take(Command.CANCEL, caller, idempotencyKey, trace, body);
    }

    private CompletableFuture<HttpResponse<ReceivedAnswer>> take(
            String type,
            Authentication caller,
            @Nullable String idempotencyKey,
            @Nullable String trace,
            byte @Nullable [] body) {
        try {
            JsonNode node = StrictJson.object(body == null ? new byte[0] : body);
            checkKey(node, idempotencyKey);
            return desk.take(Callers.grant(caller), type, node, trace).thenApply(CommandController::answer);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static HttpResponse<ReceivedAnswer> answer(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Accepted accepted ->
                HttpResponse.accepted().body(new ReceivedAnswer(accepted.received()));
            case CommandOutcome.Refused refused -> throw new Refusal(refused.fault());
        };
    }

    /** The client order id is the key; a header that says another is a mistake of the client. */
    private static void checkKey(JsonNode node, @Nullable String idempotencyKey) throws Malformed {
        JsonNode id = node.get("clientOrderId");
        if (idempotencyKey != null && (id == null || !id.isString() || !idempotencyKey.equals(id.getStringValue()))) {
            throw new Malformed("clientOrderId", "must equal the Idempotency-Key");
        }
    }
}
