package io.ringside.trading.money;

import java.math.RoundingMode;

/** An amount of a currency, on the scale of that currency. */
public record Money(String currency, long unscaled, int scale) implements Scaled<Money> {
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
        requireFit(other);
        return new Money(currency, Math.addExact(unscaled, other.unscaled), scale);
    }

    public Money minus(Money other) {
        requireFit(other);
        return new Money(currency, Math.subtractExact(unscaled, other.unscaled), scale);
    }

    @Override
    public String toString() {
        return text() + ' ' + currency;
    }

    @Override
    public void requireFit(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + currency + " and " + other.currency);
        }
        Scaled.super.requireFit(other);
    }
}
