package io.ringside.gateway.rfq;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.gateway.identity.Callers;
import java.util.List;

/** {@code GET /api/counterparties}: whom the caller may ask for a price. */
@Controller("/api/v1/counterparties")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CounterpartyController {
    private final CounterpartyStore store;

    CounterpartyController(CounterpartyStore store) {
        this.store = store;
    }

    /** All of them. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Counterparties(List<CounterpartyStore.Counterparty> counterparties) {}

    @Get
    Counterparties list(Authentication caller) {
        return new Counterparties(store.of(Callers.grant(caller).user()));
    }
}
