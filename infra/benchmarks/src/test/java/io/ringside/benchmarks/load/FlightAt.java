package io.ringside.benchmarks.load;

import java.time.Instant;

/** Makes orders of a run for tests of other packages. */
public record FlightAt(String key, Instant due) {
    /** An order of which nothing is known yet. */
    public Flight flight() {
        return new Flight(key, 1_000, due);
    }
}
