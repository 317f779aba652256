package io.ringside.trading.risk;

import io.ringside.trading.money.Money;
import io.ringside.trading.money.Quantity;
import java.time.Duration;

/**
 * What one account may do in one instrument.
 *
 * @param netPositionMax greatest position, long or short, that open orders could lead to
 * @param collarBasisPoints how far beyond the market a limit price may be
 * @param quoteAgeMax oldest price that may be decided on
 * @param version grows with every change of the row
 */
public record RiskLimit(
        Quantity orderQuantityMax,
        Money orderNotionalMax,
        Quantity netPositionMax,
        int collarBasisPoints,
        Duration quoteAgeMax,
        boolean restricted,
        long version) {}
