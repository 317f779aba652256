package io.ringside.execution.watch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of the paper venue and of its watcher.
 *
 * @param name how its trades call the venue
 * @param quoteAgeMax a quote that was published longer ago fills nothing, so it is not worth a command
 * @param interestRefresh the watcher reads what the resting orders wait for again after this, told or not
 * @param interestPause it reads that at most once in this time, however often it is told
 * @param commandWait a command that was not handled after this is no longer waited for
 */
@ConfigurationProperties("execution.paper-venue")
public record VenueSettings(
        @Bindable(defaultValue = "paper") String name,
        @Bindable(defaultValue = "5s") Duration quoteAgeMax,
        @Bindable(defaultValue = "1s") Duration interestRefresh,
        @Bindable(defaultValue = "20ms") Duration interestPause,
        @Bindable(defaultValue = "5s") Duration commandWait) {}
