package io.ringside.gateway.alert;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.gateway.command.HttpCommands;
import io.ringside.gateway.command.HttpCommands.ReceivedAnswer;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.http.StoredPage;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/alerts}: what the caller has to acknowledge or has acknowledged, and {@code POST} to do so. */
@Controller("/api/v1/alerts")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class AlertController {
    private final AlertStore store;
    private final HttpCommands commands;

    AlertController(AlertStore store, HttpCommands commands) {
        this.store = store;
        this.commands = commands;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Produces(MediaType.APPLICATION_JSON)
    byte[] list(
            Authentication caller,
            @QueryValue @Nullable String acknowledged,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        try {
            int most = Paging.limit(limit);
            String user = Callers.grant(caller).user();
            return StoredPage.json(
                    "alerts", store.page(user, StoredPage.before(cursor), wanted(acknowledged), most + 1), most);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    @Post("/acknowledge")
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> acknowledge(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(AlertCommands.ACKNOWLEDGE, caller, call);
    }

    private static AlertStore.Wanted wanted(@Nullable String acknowledged) throws Malformed {
        return switch (acknowledged) {
            case null -> AlertStore.Wanted.ALL;
            case "false" -> AlertStore.Wanted.UNACKNOWLEDGED;
            case "true" -> AlertStore.Wanted.ACKNOWLEDGED;
            default -> throw new Malformed("acknowledged", "must be true or false");
        };
    }
}
