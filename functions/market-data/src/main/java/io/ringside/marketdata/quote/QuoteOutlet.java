package io.ringside.marketdata.quote;

import io.ringside.contracts.market.Quote;

/** Where quotes go. */
public interface QuoteOutlet {
    /**
     * Hands a quote over without waiting for anybody.
     *
     * @return false when it cannot be taken now; the caller then offers the latest one later
     */
    boolean publish(Quote quote);
}
