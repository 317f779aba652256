package io.ringside.gateway.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.fleet.FleetSockets;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.personal.Personal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/ops/alerts}: who has not acknowledged what, for how long, and whether it reaches him. */
@Controller("/api/v1/ops/alerts")
@Secured("ops")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OversightController {
    private final AlertOversight alerts;
    private final FleetSockets sockets;
    private final OperatorAudit audit;

    OversightController(AlertOversight alerts, FleetSockets sockets, OperatorAudit audit) {
        this.alerts = alerts;
        this.sockets = sockets;
        this.audit = audit;
    }

    /**
     * What one user has not acknowledged.
     *
     * @param delivered whether a socket of the user is on {@code alerts} now and nothing waits for it: all of them were
     *     sent there
     */
    @Serdeable
    record Unacknowledged(String user, long count, long critical, Instant oldestRaisedAt, boolean delivered) {}

    /**
     * A page, whoever waits longest first.
     *
     * @param unanswered gateways that did not say whom they reach
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnacknowledgedAnswer(
            List<Unacknowledged> users, @Nullable String nextCursor, List<String> unanswered) {}

    @Get
    UnacknowledgedAnswer list(
            HttpRequest<?> request,
            Authentication operator,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        try {
            int most = Paging.limit(limit);
            List<AlertOversight.Waiting> found = alerts.page(place(cursor), most + 1);
            List<AlertOversight.Waiting> page = found.subList(0, Math.min(found.size(), most));
            FleetSockets.Reached reached = sockets.reached(
                    Personal.ALERTS.wire(),
                    page.stream().map(AlertOversight.Waiting::user).toList());
            audit.log(audit.line(request, operator, "list-alerts").with("found", page.size()));
            return new UnacknowledgedAnswer(
                    page.stream().map(each -> told(each, reached)).toList(),
                    found.size() > most ? cursorBehind(page.getLast()) : null,
                    reached.silent());
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }

    private static Unacknowledged told(AlertOversight.Waiting waiting, FleetSockets.Reached reached) {
        return new Unacknowledged(
                waiting.user(),
                waiting.count(),
                waiting.critical(),
                waiting.oldest(),
                reached.users().contains(waiting.user()));
    }

    private static String cursorBehind(AlertOversight.Waiting last) {
        return Paging.cursor(last.oldest() + " " + last.user());
    }

    private static AlertOversight.@Nullable Place place(@Nullable String cursor) throws Malformed {
        if (cursor == null) {
            return null;
        }
        String[] parts = Paging.placeText(cursor).split(" ", 2);
        if (parts.length != 2) {
            throw Paging.foreignCursor();
        }
        try {
            return new AlertOversight.Place(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException e) {
            throw Paging.foreignCursor();
        }
    }
}
