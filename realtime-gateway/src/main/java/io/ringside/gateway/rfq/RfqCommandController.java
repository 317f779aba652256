package io.ringside.gateway.rfq;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.contracts.Headers;
import io.ringside.gateway.command.HttpCommands;
import io.ringside.gateway.command.HttpCommands.ReceivedAnswer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/rfqs} and what answers or ends a request under it. */
@Controller("/api/rfqs")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes("*/*")
final class RfqCommandController {
    private final HttpCommands commands;

    RfqCommandController(HttpCommands commands) {
        this.commands = commands;
    }

    @Post
    CompletableFuture<HttpResponse<ReceivedAnswer>> request(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return commands.take(RfqCommands.REQUEST, caller, idempotencyKey, trace, body);
    }

    @Post("/quote")
    CompletableFuture<HttpResponse<ReceivedAnswer>> quote(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return commands.take(RfqCommands.QUOTE, caller, idempotencyKey, trace, body);
    }

    @Post("/accept")
    CompletableFuture<HttpResponse<ReceivedAnswer>> accept(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return commands.take(RfqCommands.ACCEPT, caller, idempotencyKey, trace, body);
    }

    @Post("/pass")
    CompletableFuture<HttpResponse<ReceivedAnswer>> pass(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return commands.take(RfqCommands.PASS, caller, idempotencyKey, trace, body);
    }

    @Post("/cancel")
    CompletableFuture<HttpResponse<ReceivedAnswer>> cancel(
            Authentication caller,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Header(Headers.TRACE_PARENT) @Nullable String trace,
            @Body byte @Nullable [] body) {
        return commands.take(RfqCommands.CANCEL, caller, idempotencyKey, trace, body);
    }
}
