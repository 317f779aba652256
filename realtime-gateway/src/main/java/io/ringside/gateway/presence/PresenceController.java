package io.ringside.gateway.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.command.HttpCommands;
import io.ringside.gateway.command.HttpCommands.ReceivedAnswer;
import io.ringside.gateway.identity.Callers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code GET /api/presence}, and {@code POST} for how the caller wants to be seen. */
@Controller("/api/v1/presence")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class PresenceController {
    private final PresenceStore store;
    private final HttpCommands commands;

    PresenceController(PresenceStore store, HttpCommands commands) {
        this.store = store;
        this.commands = commands;
    }

    /** Everybody who trades, and what the caller chose. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Presence(List<Person> users, PresenceStore.Own own) {}

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    Presence list(Authentication caller) {
        return new Presence(
                store.everybody(), store.choiceOf(Callers.grant(caller).user()));
    }

    @Post
    @Consumes("*/*")
    CompletableFuture<HttpResponse<ReceivedAnswer>> set(Authentication caller, HttpRequest<byte[]> call) {
        return commands.take(PresenceCommands.SET, caller, call);
    }
}
