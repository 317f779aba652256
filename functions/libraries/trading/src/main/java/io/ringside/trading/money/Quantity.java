package io.ringside.trading.money;

/**
 * A quantity: {@code unscaled / 10^scale}, the scale being the instrument's. Negative ones are short positions.
 * Arithmetic that leaves the range of a long throws {@link ArithmeticException}.
 */
public record Quantity(long unscaled, int scale) implements Comparable<Quantity> {
    public Quantity {
        DecimalText.checkedScale(scale);
    }

    /** Reads decimal text with at most {@code scale} decimals. */
    public static Parsed<Quantity> read(String text, int scale) {
        return DecimalText.read(text, scale).map(unscaled -> new Quantity(unscaled, scale));
    }

    /** Reads decimal text that is known to be a quantity; anything else is a defect. */
    public static Quantity of(String text, int scale) {
        return read(text, scale).orThrow("quantity '" + text + "'");
    }

    /** None. */
    public static Quantity zero(int scale) {
        return new Quantity(0, scale);
    }

    /** Whether it is zero. */
    public boolean isZero() {
        return unscaled == 0;
    }

    /** Whether it is greater than zero. */
    public boolean isPositive() {
        return unscaled > 0;
    }

    /** Minus one, zero or one. */
    public int sign() {
        return Long.signum(unscaled);
    }

    /** Whether it is a whole number of these steps. */
    public boolean isMultipleOf(Quantity step) {
        DecimalText.sameScale(scale, step.scale);
        return unscaled % step.unscaled == 0;
    }

    public Quantity plus(Quantity other) {
        DecimalText.sameScale(scale, other.scale);
        return new Quantity(Math.addExact(unscaled, other.unscaled), scale);
    }

    public Quantity minus(Quantity other) {
        DecimalText.sameScale(scale, other.scale);
        return new Quantity(Math.subtractExact(unscaled, other.unscaled), scale);
    }

    public Quantity negate() {
        return new Quantity(Math.negateExact(unscaled), scale);
    }

    /** Without its sign. */
    public Quantity abs() {
        return unscaled < 0 ? negate() : this;
    }

    /** The lesser of the two. */
    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether it is greater than the other. */
    public boolean isAbove(Quantity other) {
        return compareTo(other) > 0;
    }

    /** Whether it is less than the other. */
    public boolean isBelow(Quantity other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Quantity other) {
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
