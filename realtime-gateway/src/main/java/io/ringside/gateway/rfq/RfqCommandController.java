package io.ringside.gateway.rfq;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.gateway.command.HttpCommands;
import io.ringside.gateway.command.HttpCommands.ReceivedAnswer;
import java.util.concurrent.CompletableFuture;

/** {@code POST /api/rfqs} and what answers or ends a request under it. */
@Controller("/api/v1/rfqs")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes("*/*")
final class RfqCommandController {
    private final HttpCommands commands;

    RfqCommandController(HttpCommands commands) {
        this.commands = commands;
    }

    @Post
    CompletableFuture<HttpResponse<ReceivedAnswer>> request(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(RfqCommands.REQUEST, caller, call);
    }

    @Post("/quote")
    CompletableFuture<HttpResponse<ReceivedAnswer>> quote(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(RfqCommands.QUOTE, caller, call);
    }

    @Post("/accept")
    CompletableFuture<HttpResponse<ReceivedAnswer>> accept(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(RfqCommands.ACCEPT, caller, call);
    }

    @Post("/pass")
    CompletableFuture<HttpResponse<ReceivedAnswer>> pass(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(RfqCommands.PASS, caller, call);
    }

    @Post("/cancel")
    CompletableFuture<HttpResponse<ReceivedAnswer>> cancel(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(RfqCommands.CANCEL, caller, call);
    }
}
