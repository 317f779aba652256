package io.ringside.trading.money;

import java.math.RoundingMode;

/** An amount in the smallest units of its currency: {@code unscaled / 10^scale}, the scale being the currency's. */
public record Money(String currency, long unscaled, int scale) implements Comparable<Money> {
    public Money {
        DecimalText.checkedScale(scale);
    }

    /** Reads decimal text with at most {@code scale} decimals. */
    public static Parsed<Money> read(String text, String currency, int scale) {
        return DecimalText.read(text, scale).map(unscaled -> new Money(currency, unscaled, scale));
    }

    /** Reads decimal text that is known to be an amount; anything else is a defect. */
    public static Money of(String text, String currency, int scale) {
        return read(text, currency, scale).orThrow("amount '" + text + "'");
    }

    /** What this quantity is worth at this price, rounded once, at the end, to the scale of the currency. */
    public static Money notional(
            Price price, Quantity quantity, Quantity contractSize, String currency, int scale, RoundingMode rounding) {
        return ExactValue.of(price, quantity, contractSize).toMoney(currency, scale, rounding);
    }

    public Money plus(Money other) {
        sameKind(other);
        return new Money(currency, Math.addExact(unscaled, other.unscaled), scale);
    }

    public Money minus(Money other) {
        sameKind(other);
        return new Money(currency, Math.subtractExact(unscaled, other.unscaled), scale);
    }

    /** Whether it is greater than the other. */
    public boolean isAbove(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        sameKind(other);
        return Long.compare(unscaled, other.unscaled);
    }

    /** Exact decimal text with all decimals of the scale, without the currency. */
    public String text() {
        return DecimalText.write(unscaled, scale);
    }

    @Override
    public String toString() {
        return text() + ' ' + currency;
    }

    private void sameKind(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + currency + " and " + other.currency);
        }
        DecimalText.sameScale(scale, other.scale);
    }
}
