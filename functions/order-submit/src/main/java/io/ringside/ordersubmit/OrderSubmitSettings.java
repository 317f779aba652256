package io.ringside.ordersubmit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of order-submit.
 *
 * @param riskTimeout how long the risk check may take for a batch
 * @param riskFailuresMax failed calls in a row after which none is tried for a while
 * @param riskPause for how long
 */
@ConfigurationProperties("ringside.order-submit")
record OrderSubmitSettings(
        @Bindable(defaultValue = "1500ms") Duration riskTimeout,
        @Bindable(defaultValue = "3") int riskFailuresMax,
        @Bindable(defaultValue = "1s") Duration riskPause) {}
