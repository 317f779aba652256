package io.ringside.trading.money;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A price: {@code unscaled / 10^scale}, the scale being the instrument's. Prices of different scales are never
 * compared by accident: that is a defect and throws.
 */
public record Price(long unscaled, int scale) implements Comparable<Price> {
    /** Basis points in one. */
    public static final int BASIS_POINTS = 10_000;

    public Price {
        DecimalText.checkedScale(scale);
    }

    /** Reads decimal text with at most {@code scale} decimals. */
    public static Parsed<Price> read(String text, int scale) {
        return DecimalText.read(text, scale).map(unscaled -> new Price(unscaled, scale));
    }

    /** Reads decimal text that is known to be a price; anything else is a defect. */
    public static Price of(String text, int scale) {
        return read(text, scale).orThrow("price '" + text + "'");
    }

    /** Whether it is greater than zero. */
    public boolean isPositive() {
        return unscaled > 0;
    }

    /** Whether it lies on a grid of this tick. */
    public boolean isMultipleOf(Price tick) {
        DecimalText.sameScale(scale, tick.scale);
        return unscaled % tick.unscaled == 0;
    }

    /** The price moved by basis points of itself, up when positive, down when negative. */
    public Price movedBy(int basisPoints, RoundingMode rounding) {
        BigInteger product =
                BigInteger.valueOf(unscaled).multiply(BigInteger.valueOf(BASIS_POINTS + (long) basisPoints));
        return new Price(Division.toLong(Division.divide(product, BigInteger.valueOf(BASIS_POINTS), rounding)), scale);
    }

    /** The greater of the two. */
    public Price max(Price other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it is greater than the other. */
    public boolean isAbove(Price other) {
        return compareTo(other) > 0;
    }

    /** Whether it is less than the other. */
    public boolean isBelow(Price other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Price other) {
        DecimalText.sameScale(scale, other.scale);
        return Long.compare(unscaled, other.unscaled);
    }

    /** Exact decimal text with all decimals of the scale. */
    public String text() {
        return DecimalText.write(unscaled, scale);
    }

    @Override
    public String toString() {
        return text();
    }
}
