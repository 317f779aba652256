package io.ringside.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.fleet.FleetSockets;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.socket.SocketWish;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/sessions}: where the caller is signed in, and the end of that from here. */
@Controller("/api/v1/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionListController {
    /** Sign-ins that are shown, the newest of them, and that are ended at once. */
    private static final int SESSIONS_MAX = 200;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final SessionStore store;
    private final Revocations revocations;
    private final FleetSockets sockets;
    private final InstantSource clock;

    SessionListController(SessionStore store, Revocations revocations, FleetSockets sockets, InstantSource clock) {
        this.store = store;
        this.revocations = revocations;
        this.sockets = sockets;
        this.clock = clock;
    }

    /**
     * One sign-in.
     *
     * @param current whether the caller's own token comes from it
     * @param liveSockets of it, on all gateways that answered
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            UUID id,
            boolean current,
            Instant signedInAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String address,
            @Nullable String client,
            long liveSockets) {}

    /**
     * All of them, the newest first.
     *
     * @param unanswered gateways whose sockets are not counted, because they did not answer
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionsAnswer(List<Session> sessions, List<String> unanswered) {}

    /** How many were ended. */
    @Serdeable
    record SignedOutAnswer(int signedOut) {}

    @Get
    SessionsAnswer list(Authentication caller) {
        Grant grant = Callers.grant(caller);
        FleetSockets.Found live = sockets.find(SocketWish.of(grant.user(), FleetSockets.SOCKETS_MAX));
        List<Session> sessions = store.holding(grant.user(), clock.instant(), SESSIONS_MAX).stream()
                .map(signIn -> session(signIn, grant, live))
                .toList();
        return new SessionsAnswer(sessions, live.silent());
    }

    @Delete("/{id}")
    HttpResponse<?> end(Authentication caller, @PathVariable String id) {
        Grant grant = Callers.grant(caller);
        if (!ID.matcher(id).matches()) {
            throw new Refusal(new Malformed("id", "must be the id of a session"));
        }
        UUID family = UUID.fromString(id);
        if (!store.isOf(grant.user(), family)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "You have no such session.");
        }
        revocations.revoke(grant.user(), family);
        return HttpResponse.noContent();
    }

    @Post("/sign-out-others")
    @Consumes("*/*")
    SignedOutAnswer endOthers(Authentication caller) {
        Grant grant = Callers.grant(caller);
        int ended = 0;
        int before;
        do {
            before = ended;
            for (SessionStore.SignIn signIn : store.holding(grant.user(), clock.instant(), SESSIONS_MAX)) {
                boolean other = !signIn.id().equals(grant.family());
                ended += other && revocations.revoke(grant.user(), signIn.id()) ? 1 : 0;
            }
        } while (ended > before);
        return new SignedOutAnswer(ended);
    }

    private static Session session(SessionStore.SignIn signIn, Grant grant, FleetSockets.Found live) {
        String id = signIn.id().toString();
        return new Session(
                signIn.id(),
                signIn.id().equals(grant.family()),
                signIn.signedInAt(),
                signIn.expiresAt(),
                signIn.lastUsedAt(),
                signIn.address(),
                signIn.client(),
                live.sockets().stream()
                        .filter(placed -> id.equals(placed.socket().signIn()))
                        .count());
    }
}
