package io.ringside.trading.money;

import java.math.BigInteger;
import java.math.RoundingMode;

/** A price, on the scale of its instrument. */
public record Price(long unscaled, int scale) implements Scaled<Price> {
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

    @Override
    public String toString() {
        return text();
    }
}
