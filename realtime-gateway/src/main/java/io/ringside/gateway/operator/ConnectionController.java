package io.ringside.gateway.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.fleet.FleetSockets;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.socket.SocketView;
import io.ringside.gateway.socket.SocketWish;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/ops/connections}: the sockets of all gateways, for operators alone. */
@Controller("/api/v1/ops/connections")
@Secured("ops")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConnectionController {
    private static final long RETRY_AFTER_MS = 1_000;

    private final FleetSockets sockets;
    private final OperatorAudit audit;

    ConnectionController(FleetSockets sockets, OperatorAudit audit) {
        this.sockets = sockets;
        this.audit = audit;
    }

    /** One socket, and where it is. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Connection(
            String id,
            String node,
            @Nullable String user,
            String address,
            String transport,
            @Nullable String client,
            Instant openedAt,
            @Nullable Instant expiresAt,
            List<String> channels,
            int channelCount,
            long queuedBytes) {
        static Connection of(FleetSockets.Placed placed) {
            SocketView view = placed.socket();
            return new Connection(
                    view.id(),
                    placed.node(),
                    view.user(),
                    view.address(),
                    view.transport(),
                    view.client(),
                    view.openedAt(),
                    view.expiresAt(),
                    view.channels(),
                    view.channelCount(),
                    view.queuedBytes());
        }
    }

    /**
     * A page of them, by id.
     *
     * @param unanswered gateways that did not say what they hold
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConnectionsAnswer(
            List<Connection> connections, @Nullable String nextCursor, List<String> unanswered) {}

    @Get
    ConnectionsAnswer list(HttpRequest<?> request, HttpParameters parameters, Authentication operator) {
        try {
            SocketWish wish = ConnectionQuery.read(parameters);
            FleetSockets.Found found = sockets.find(wish);
            int most = wish.most() - 1;
            boolean more = found.sockets().size() > most;
            List<Connection> page =
                    found.sockets().stream().limit(most).map(Connection::of).toList();
            audit.log(audit.line(request, operator, "list-connections")
                    .with("query", request.getUri().getRawQuery())
                    .with("found", page.size()));
            return new ConnectionsAnswer(
                    page, more ? Paging.cursor(page.getLast().id()) : null, found.silent());
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    @Post("/{id}/disconnect")
    @Consumes("*/*")
    HttpResponse<?> disconnect(
            HttpRequest<?> request, Authentication operator, @PathVariable String id, @Body byte @Nullable [] body) {
        try {
            if (!ConnectionQuery.ID.matcher(id).matches()) {
                throw new Malformed("id", "must be the id of a connection");
            }
            Disconnection wanted = Disconnection.read(body == null ? new byte[0] : body);
            FleetSockets.Closed closed = sockets.close(id, wanted.code(), wanted.reason());
            audit.log(audit.line(request, operator, "disconnect")
                    .with("connection", id)
                    .with("code", wanted.code().code())
                    .with("reason", wanted.reason())
                    .with("closed", closed.closed()));
            if (!closed.closed()) {
                throw new Refusal(notClosed(closed.silent()));
            }
            return HttpResponse.noContent();
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static Fault notClosed(List<String> silent) {
        return silent.isEmpty()
                ? Fault.of(ErrorCode.NOT_FOUND, "There is no such connection.")
                : Fault.later(
                        ErrorCode.UNAVAILABLE,
                        "No gateway that answered has it; without an answer: " + String.join(", ", silent) + '.',
                        RETRY_AFTER_MS);
    }
}
