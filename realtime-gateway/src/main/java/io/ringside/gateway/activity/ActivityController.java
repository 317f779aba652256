package io.ringside.gateway.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.QueryNames;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.json.Malformed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/activity}. */
@Controller("/api/v1/activity")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActivityController {
    private static final Set<String> PARAMETERS = Set.of(
            "kind", "sort", "direction", "status", "product", "side", "counterparty", "from", "to", "limit", "cursor");

    private final EntryStore store;

    ActivityController(EntryStore store) {
        this.store = store;
    }

    /**
     * A page.
     *
     * @param nextCursor where the next page starts, absent after the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityAnswer(
            List<ActivityEntry> entries, @Nullable String nextCursor) {}

    @Get
    ActivityAnswer list(Authentication caller, HttpParameters parameters) {
        try {
            Grant grant = Callers.grant(caller);
            QueryNames.check(parameters, PARAMETERS);
            Wish wish = Wish.of(parameters);
            int most = Paging.limit(parameters.getFirst("limit").orElse(null));
            Place after = Place.of(parameters.getFirst("cursor").orElse(null), wish);
            List<ActivityEntry> found = store.page(wish.readers(grant), wish, after, most + 1);
            boolean more = found.size() > most;
            List<ActivityEntry> page = more ? found.subList(0, most) : found;
            return new ActivityAnswer(
                    page, more ? Place.of(page.getLast(), wish).cursor(wish) : null);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }
}
