package io.ringside.execution.paper;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of the paper venue.
 *
 * @param name how its trades call it
 * @param quoteAgeMax a quote that was published longer ago fills nothing
 * @param interestRefresh the watcher reads the resting orders' best prices again after this, told or not
 * @param interestPause the watcher reads them at most once in this time, however often it is told
 * @param commandWait a command of the watcher that was not handled after this is no longer waited for
 */
@ConfigurationProperties("execution.paper-venue")
record PaperVenueSettings(
        @Bindable(defaultValue = "paper") String name,
        @Bindable(defaultValue = "5s") Duration quoteAgeMax,
        @Bindable(defaultValue = "1s") Duration interestRefresh,
        @Bindable(defaultValue = "20ms") Duration interestPause,
        @Bindable(defaultValue = "5s") Duration commandWait) {}
