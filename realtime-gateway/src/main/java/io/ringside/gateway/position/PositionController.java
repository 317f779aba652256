package io.ringside.gateway.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.gateway.identity.Callers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/positions}. */
@Controller("/api/v1/positions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PositionController {
    private final Positions positions;

    PositionController(Positions positions) {
        this.positions = positions;
    }

    /** Positions of one account, or of all of the caller's. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PositionsAnswer(List<PositionValuation> positions) {}

    @Get
    PositionsAnswer list(Authentication caller, @QueryValue @Nullable String account) {
        return new PositionsAnswer(positions.of(Callers.accounts(caller, account)));
    }
}
