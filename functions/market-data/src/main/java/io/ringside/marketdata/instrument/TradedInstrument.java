package io.ringside.marketdata.instrument;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;

/**
 * A row of {@code reference.instrument}, as far as prices need it.
 *
 * @param symbol the name that feeds know it by
 * @param priceScale decimals of a price on the wire
 * @param quantityScale decimals of a size on the wire
 */
@Introspected
public record TradedInstrument(
        String id,
        String symbol,
        String assetClass,
        int priceScale,
        BigDecimal priceTick,
        int quantityScale,
        BigDecimal quantityStep) {}
