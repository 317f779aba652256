package io.ringside.position.valuation;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The pace of valuations and their limits.
 *
 * @param quoteAgeMax a mark from a quote that was published longer ago is stale
 * @param pace the least time between two valuations of one position, unless a trade changed it
 * @param refresh an open position is valued again after this, changed or not
 * @param tick how often the publisher looks which positions are due; one just traded in does not wait for it
 * @param reload the store is read again after this, in case anything was missed
 * @param perTickMax valuations published in one tick; the ones behind them come with the next
 */
@ConfigurationProperties("position.valuation")
record ValuationSettings(
        @Bindable(defaultValue = "5s") Duration quoteAgeMax,
        @Bindable(defaultValue = "250ms") Duration pace,
        @Bindable(defaultValue = "1s") Duration refresh,
        @Bindable(defaultValue = "50ms") Duration tick,
        @Bindable(defaultValue = "30s") Duration reload,
        @Bindable(defaultValue = "1000") int perTickMax) {}
