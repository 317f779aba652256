package io.ringside.gateway.rfq;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.http.StoredPage;
import io.ringside.gateway.identity.Callers;
import io.ringside.gateway.json.Malformed;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/rfqs}: the requests that the caller sent and those that the caller was asked in. */
@Controller("/api/v1/rfqs")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RfqController {
    private final RfqStore store;

    RfqController(RfqStore store) {
        this.store = store;
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    byte[] list(
            Authentication caller,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        try {
            int most = Paging.limit(limit);
            String user = Callers.grant(caller).user();
            return StoredPage.json(
                    "rfqs", store.page(user, StoredPage.before(cursor), Paging.isAll(state), most + 1), most);
        } catch (Malformed e) {
            throw new Refusal(e);
        }
    }
}
