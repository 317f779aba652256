package io.ringside.trading.money;

/**
 * A number of smallest units on a scale: {@code unscaled / 10^scale}. It is compared with its own kind on its own scale
 * only; anything else is a defect and throws.
 *
 * @param <K> its kind: a price is never compared with a quantity
 */
public sealed interface Scaled<K extends Scaled<K>> extends Comparable<K> permits Price, Quantity, Money {
    /** How many smallest units. */
    long unscaled();

    /** Decimals. */
    int scale();

    /** Whether it is zero. */
    default boolean isZero() {
        return unscaled() == 0;
    }

    /** Whether it is greater than zero. */
    default boolean isPositive() {
        return unscaled() > 0;
    }

    /** Whether it is a whole number of these steps. */
    default boolean isMultipleOf(K step) {
        requireFit(step);
        return unscaled() % step.unscaled() == 0;
    }

    /** Whether it is greater than the other. */
    default boolean isAbove(K other) {
        return compareTo(other) > 0;
    }

    /** Whether it is less than the other. */
    default boolean isBelow(K other) {
        return compareTo(other) < 0;
    }

    @Override
    default int compareTo(K other) {
        requireFit(other);
        return Long.compare(unscaled(), other.unscaled());
    }

    /** Exact decimal text with all decimals of the scale. */
    default String text() {
        return DecimalText.write(unscaled(), scale());
    }

    /**
     * Refuses a number that this one cannot be reckoned with.
     *
     * @throws IllegalArgumentException names the difference
     */
    default void requireFit(K other) {
        DecimalText.sameScale(scale(), other.scale());
    }
}
