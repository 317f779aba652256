package io.ringside.trading.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact intermediate results and one rounding at the end. */
final class Division {
    private Division() {}

    static BigInteger divide(BigInteger dividend, BigInteger divisor, RoundingMode rounding) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, rounding)
                .toBigIntegerExact();
    }

    static BigInteger rescale(BigInteger unscaled, int from, int to, RoundingMode rounding) {
        return new BigDecimal(unscaled, from).setScale(to, rounding).unscaledValue();
    }

    static long toLong(BigInteger unscaled) {
        return unscaled.longValueExact();
    }
}
