package io.ringside.trading.money;

/**
 * A quantity, on the scale of its instrument. Negative ones are short positions. Arithmetic that leaves the range of a
 * long throws {@link ArithmeticException}.
 */
public record Quantity(long unscaled, int scale) implements Scaled<Quantity> {
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

    /** Minus one, zero or one. */
    public int sign() {
        return Long.signum(unscaled);
    }

    public Quantity plus(Quantity other) {
        requireFit(other);
        return new Quantity(Math.addExact(unscaled, other.unscaled), scale);
    }

    public Quantity minus(Quantity other) {
        requireFit(other);
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

    @Override
    public String toString() {
        return text();
    }
}
