package io.ringside.benchmarks.gateway;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How much of everything.
 *
 * @param rates messages a second to all subscribers, one stretch each
 * @param subscribers who hear them
 * @param seconds of each stretch
 * @param few idle sockets at which memory is looked at
 * @param many idle sockets at which it is looked at again
 * @param returning sockets that come back at once, with messages missed
 * @param missed messages of each of them
 * @param storm sockets that come back at once, with nothing missed
 * @param megabytes that flow by a reader that does not read
 */
@Serdeable
record Sizes(
        List<Integer> rates,
        int subscribers,
        int seconds,
        int few,
        int many,
        int returning,
        int missed,
        int storm,
        int megabytes) {
    Sizes {
        rates = List.copyOf(rates);
    }

    /** What was promised. */
    static Sizes whole() {
        return new Sizes(List.of(20, 50, 100, 150), 1_000, 10, 5_000, 15_000, 2_000, 50, 10_000, 100);
    }

    /** Small enough to see in minutes that everything works. */
    static Sizes quick() {
        return new Sizes(List.of(20, 50), 200, 3, 300, 900, 200, 20, 500, 10);
    }

    /** The most clients that are there at once. */
    int most() {
        return Math.max(Math.max(many, subscribers), Math.max(returning, storm));
    }

    Sizes rates(List<Integer> others) {
        return new Sizes(others, subscribers, seconds, few, many, returning, missed, storm, megabytes);
    }

    Sizes subscribers(int other) {
        return new Sizes(rates, other, seconds, few, many, returning, missed, storm, megabytes);
    }

    Sizes seconds(int other) {
        return new Sizes(rates, subscribers, other, few, many, returning, missed, storm, megabytes);
    }

    Sizes few(int other) {
        return new Sizes(rates, subscribers, seconds, other, many, returning, missed, storm, megabytes);
    }

    Sizes many(int other) {
        return new Sizes(rates, subscribers, seconds, few, other, returning, missed, storm, megabytes);
    }

    Sizes returning(int other) {
        return new Sizes(rates, subscribers, seconds, few, many, other, missed, storm, megabytes);
    }

    Sizes missed(int other) {
        return new Sizes(rates, subscribers, seconds, few, many, returning, other, storm, megabytes);
    }

    Sizes storm(int other) {
        return new Sizes(rates, subscribers, seconds, few, many, returning, missed, other, megabytes);
    }

    Sizes megabytes(int other) {
        return new Sizes(rates, subscribers, seconds, few, many, returning, missed, storm, other);
    }
}
