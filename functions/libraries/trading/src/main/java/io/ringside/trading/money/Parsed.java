package io.ringside.trading.money;

import java.util.function.Function;

/** What reading a text gave: a value, or the rule that the text breaks. */
public sealed interface Parsed<T> {
    /** The text is such a value. */
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * The text is no such value.
     *
     * @param rule completes a sentence that begins with the field's name, for example {@code has more than 2 decimals}
     */
    record Broken<T>(Fault fault, String rule) implements Parsed<T> {}

    /** What is wrong with a text. */
    enum Fault {
        /** It is not a number as we write numbers. */
        NOT_A_NUMBER,
        /** It has more decimals than the scale. */
        TOO_FINE,
        /** It is beyond what can be held. */
        TOO_LARGE
    }

    /** The same outcome for a value made of this one. */
    default <R> Parsed<R> map(Function<T, R> mapper) {
        return switch (this) {
            case Value<T> read -> new Value<>(mapper.apply(read.value()));
            case Broken<T> broken -> new Broken<>(broken.fault(), broken.rule());
        };
    }

    /**
     * The value, where a broken text is a defect and not a refusal.
     *
     * @throws IllegalArgumentException names the field and the rule
     */
    default T orThrow(String field) {
        return switch (this) {
            case Value<T> read -> read.value();
            case Broken<T> broken -> throw new IllegalArgumentException(field + ' ' + broken.rule());
        };
    }
}
