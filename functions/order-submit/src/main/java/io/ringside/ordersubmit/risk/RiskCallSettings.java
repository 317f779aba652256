package io.ringside.ordersubmit.risk;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long and how often the risk check is asked.
 *
 * @param riskTimeout how long the risk check may take for a batch
 * @param riskFailuresMax failed calls in a row after which none is tried for a while
 * @param riskPause for how long
 */
@ConfigurationProperties("ringside.order-submit")
record RiskCallSettings(
        @Bindable(defaultValue = "1500ms") Duration riskTimeout,
        @Bindable(defaultValue = "3") int riskFailuresMax,
        @Bindable(defaultValue = "1s") Duration riskPause) {}
