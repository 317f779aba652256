package io.ringside.execution.paper;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of the paper venue.
 *
 * @param name how its trades call it
 * @param quoteAgeMax a quote that was published longer ago fills nothing
 */
@ConfigurationProperties("execution.paper-venue")
record PaperVenueSettings(
        @Bindable(defaultValue = "paper") String name,
        @Bindable(defaultValue = "5s") Duration quoteAgeMax) {}
