package io.ringside.gateway.order;

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

/** {@code POST /api/orders} and what is below it. */
@Controller("/api/v1/orders")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class OrderCommandController {
    private final HttpCommands commands;

    OrderCommandController(HttpCommands commands) {
        this.commands = commands;
    }

    @Post
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> submit(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(OrderCommands.SUBMIT, caller, call);
    }

    @Post("/cancel")
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> cancel(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(OrderCommands.CANCEL, caller, call);
    }

    @Post("/amend")
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> amend(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(OrderCommands.AMEND, caller, call);
    }

    @Post("/cancel-all")
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> cancelAll(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(OrderCommands.CANCEL_ALL, caller, call);
    }
}
