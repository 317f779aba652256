package io.ringside.runtime.call;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long and how often the risk check is asked.
 *
 * @param timeout how long it may take for a batch
 * @param failuresMax failed calls in a row after which none is tried for a while
 * @param pause for how long
 */
@ConfigurationProperties("ringside.risk-call")
record RiskCallSettings(
        @Bindable(defaultValue = "1500ms") Duration timeout,
        @Bindable(defaultValue = "3") int failuresMax,
        @Bindable(defaultValue = "1s") Duration pause) {}
