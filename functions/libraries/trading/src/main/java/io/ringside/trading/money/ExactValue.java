package io.ringside.trading.money;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The product of prices and quantities, with every decimal and of any size, until a rounding mode turns it into money
 * or a price. Sums of fills, cost and profit are kept in it, so that nothing is lost on the way.
 */
public record ExactValue(BigInteger unscaled, int scale) implements Comparable<ExactValue> {
    private static final int SCALE_MAX = 3 * DecimalText.SCALE_MAX;

    public ExactValue {
        if (scale < 0 || scale > SCALE_MAX) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0 to " + SCALE_MAX);
        }
    }

    /** Nothing. */
    public static ExactValue zero(int scale) {
        return new ExactValue(BigInteger.ZERO, scale);
    }

    /** Price times quantity. */
    public static ExactValue of(Price price, Quantity quantity) {
        BigInteger product = BigInteger.valueOf(price.unscaled()).multiply(BigInteger.valueOf(quantity.unscaled()));
        return new ExactValue(product, price.scale() + quantity.scale());
    }

    /** Price times quantity times what one unit of quantity stands for. */
    public static ExactValue of(Price price, Quantity quantity, Quantity contractSize) {
        ExactValue each = of(price, quantity);
        return new ExactValue(
                each.unscaled.multiply(BigInteger.valueOf(contractSize.unscaled())), each.scale + contractSize.scale());
    }

    public ExactValue plus(ExactValue other) {
        DecimalText.sameScale(scale, other.scale);
        return new ExactValue(unscaled.add(other.unscaled), scale);
    }

    public ExactValue minus(ExactValue other) {
        DecimalText.sameScale(scale, other.scale);
        return new ExactValue(unscaled.subtract(other.unscaled), scale);
    }

    public ExactValue negate() {
        return new ExactValue(unscaled.negate(), scale);
    }

    public boolean isZero() {
        return unscaled.signum() == 0;
    }

    /** Minus one, zero or one. */
    public int sign() {
        return unscaled.signum();
    }

    /** The part of it that belongs to {@code part} of {@code whole}, rounded at its own scale. */
    public ExactValue share(Quantity part, Quantity whole, RoundingMode rounding) {
        DecimalText.sameScale(part.scale(), whole.scale());
        BigInteger product = unscaled.multiply(BigInteger.valueOf(part.unscaled()));
        return new ExactValue(Division.divide(product, BigInteger.valueOf(whole.unscaled()), rounding), scale);
    }

    /** The price at which this quantity is worth it. */
    public Price per(Quantity quantity, int priceScale, RoundingMode rounding) {
        return per(quantity, new Quantity(1, 0), priceScale, rounding);
    }

    /** The price at which this quantity of this contract size is worth it. */
    public Price per(Quantity quantity, Quantity contractSize, int priceScale, RoundingMode rounding) {
        BigInteger units =
                BigInteger.valueOf(quantity.unscaled()).multiply(BigInteger.valueOf(contractSize.unscaled()));
        int shift = priceScale + quantity.scale() + contractSize.scale() - scale;
        BigInteger dividend = shift >= 0 ? unscaled.multiply(BigInteger.TEN.pow(shift)) : unscaled;
        BigInteger divisor = shift >= 0 ? units : units.multiply(BigInteger.TEN.pow(-shift));
        return new Price(Division.toLong(Division.divide(dividend, divisor, rounding)), priceScale);
    }

    /** The amount in a currency of this scale. */
    public Money toMoney(String currency, int moneyScale, RoundingMode rounding) {
        return new Money(
                currency, Division.toLong(Division.rescale(unscaled, scale, moneyScale, rounding)), moneyScale);
    }

    /** Whether it is more than this amount, exactly. */
    public boolean isAbove(Money amount) {
        BigInteger left = unscaled.multiply(BigInteger.TEN.pow(amount.scale()));
        BigInteger right = BigInteger.valueOf(amount.unscaled()).multiply(BigInteger.TEN.pow(scale));
        return left.compareTo(right) > 0;
    }

    /** Decimal text rounded to this many decimals. */
    public String text(int decimals, RoundingMode rounding) {
        return DecimalText.write(Division.rescale(unscaled, scale, decimals, rounding), decimals);
    }

    /** Exact decimal text with all decimals of the scale. */
    public String text() {
        return DecimalText.write(unscaled, scale);
    }

    @Override
    public int compareTo(ExactValue other) {
        DecimalText.sameScale(scale, other.scale);
        return unscaled.compareTo(other.unscaled);
    }

    @Override
    public String toString() {
        return text();
    }
}
