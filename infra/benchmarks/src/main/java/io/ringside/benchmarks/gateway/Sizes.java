package io.ringside.benchmarks.gateway;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How much of everything.
 *
 * @param rates messages a second to all subscribers, one stretch each
 */
@Serdeable
record Sizes(List<Integer> rates, Map<Size, Integer> numbers) {
    Sizes {
        rates = List.copyOf(rates);
        numbers = Map.copyOf(numbers);
    }

    /** What was promised. */
    static Sizes whole() {
        return new Sizes(List.of(20, 50, 100, 150), each(Size::whole));
    }

    /** Small enough to see in minutes that everything works. */
    static Sizes quick() {
        return new Sizes(List.of(20, 50), each(Size::quick));
    }

    int of(Size size) {
        return Objects.requireNonNull(numbers.get(size));
    }

    /** The most clients that are there at once. */
    int most() {
        return IntStream.of(
                        of(Size.MANY), of(Size.SUBSCRIBERS), of(Size.RETURNING), of(Size.STORM), 2 * of(Size.LEAVING))
                .max()
                .orElseThrow();
    }

    Sizes with(List<Integer> otherRates) {
        return new Sizes(otherRates, numbers);
    }

    Sizes with(Size size, int number) {
        Map<Size, Integer> changed = new EnumMap<>(numbers);
        changed.put(size, number);
        return new Sizes(rates, changed);
    }

    private static Map<Size, Integer> each(ToIntFunction<Size> number) {
        Map<Size, Integer> numbers = new EnumMap<>(Size.class);
        Arrays.stream(Size.values()).forEach(size -> numbers.put(size, number.applyAsInt(size)));
        return numbers;
    }
}
