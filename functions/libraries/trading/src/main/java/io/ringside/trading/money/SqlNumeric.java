package io.ringside.trading.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * SQL {@code numeric} to our numbers and back: the only place where {@link BigDecimal} is seen. A column with more
 * decimals than its scale is a defect of the data and throws {@link ArithmeticException}.
 */
public final class SqlNumeric {
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private SqlNumeric() {}

    public static BigDecimal of(Scaled<?> number) {
        return BigDecimal.valueOf(number.unscaled(), number.scale());
    }

    public static BigDecimal of(ExactValue value) {
        return new BigDecimal(value.unscaled(), value.scale());
    }

    public static Price price(BigDecimal numeric, int scale) {
        return new Price(exact(numeric, scale).longValueExact(), scale);
    }

    public static Quantity quantity(BigDecimal numeric, int scale) {
        return new Quantity(exact(numeric, scale).longValueExact(), scale);
    }

    public static Money money(BigDecimal numeric, String currency, int scale) {
        return new Money(currency, exact(numeric, scale).longValueExact(), scale);
    }

    public static ExactValue value(BigDecimal numeric, int scale) {
        return new ExactValue(exact(numeric, scale), scale);
    }

    /** A number in the fewest decimals that hold it, for factors such as a contract size. */
    public static Quantity factor(BigDecimal numeric) {
        BigDecimal shortest = numeric.stripTrailingZeros();
        int scale = Math.max(shortest.scale(), 0);
        return quantity(shortest, scale);
    }

    /** A maximum: rounded down to the scale, and the greatest quantity there is when it is beyond that. */
    public static Quantity quantityLimit(BigDecimal numeric, int scale) {
        return new Quantity(limit(numeric, scale), scale);
    }

    /** A maximum: rounded down to the scale, and the greatest amount there is when it is beyond that. */
    public static Money moneyLimit(BigDecimal numeric, String currency, int scale) {
        return new Money(currency, limit(numeric, scale), scale);
    }

    private static long limit(BigDecimal numeric, int scale) {
        return numeric.setScale(scale, RoundingMode.FLOOR)
                .unscaledValue()
                .min(LONG_MAX)
                .longValueExact();
    }

    private static BigInteger exact(BigDecimal numeric, int scale) {
        return numeric.setScale(scale).unscaledValue();
    }
}
