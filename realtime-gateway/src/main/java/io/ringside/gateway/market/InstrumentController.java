package io.ringside.gateway.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.trading.instrument.Instrument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /api/instruments}. */
@Controller("/api/v1/instruments")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InstrumentController {
    private final InstrumentStore store;
    private final InstantSource clock;

    InstrumentController(InstrumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An instrument as clients see it.
     *
     * @param dayEndsAt when an order ends that is sent now and good for the day
     */
    @Serdeable
    record Listed(
            String id,
            String symbol,
            String name,
            String assetClass,
            String currency,
            String priceTick,
            String quantityStep,
            String contractSize,
            String quantityUnit,
            String status,
            Instant dayEndsAt) {
        static Listed of(Instrument instrument, Instant now) {
            return new Listed(
                    instrument.id(),
                    instrument.symbol(),
                    instrument.name(),
                    instrument.assetClass().name(),
                    instrument.currency(),
                    instrument.priceTick().text(),
                    instrument.quantityStep().text(),
                    instrument.contractSize().text(),
                    instrument.quantityUnit(),
                    instrument.status().name(),
                    instrument.tradingDay().endOf(now));
        }
    }

    /** All of them. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Instruments(List<Listed> instruments) {}

    @Get
    Instruments list() {
        Instant now = clock.instant();
        return new Instruments(store.all().stream()
                .map(instrument -> Listed.of(instrument, now))
                .toList());
    }
}
