package io.ringside.marketdata.operation;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * What an operator can set.
 *
 * @param feed {@code simulator}, {@code kraken} or {@code replay:FILE}
 * @param krakenAddress the exchange's WebSocket
 * @param replaySpeed multiple of the recorded pace; 0 is as fast as possible
 * @param simulatorSeed the same seed gives the same walk
 */
@ConfigurationProperties("market-data")
public record MarketDataSettings(
        @Bindable(defaultValue = "simulator") String feed,
        @Bindable(defaultValue = "wss://ws.kraken.com") URI krakenAddress,
        @Bindable(defaultValue = "1") int replaySpeed,
        @Bindable(defaultValue = "20261121") long simulatorSeed) {}
