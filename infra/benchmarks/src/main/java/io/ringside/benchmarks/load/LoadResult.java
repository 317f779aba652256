package io.ringside.benchmarks.load;

import io.ringside.benchmarks.report.Micros;
import io.ringside.benchmarks.report.Percentiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the clients saw of one stretch of load.
 *
 * @param refused orders that the gateway did not take
 */
public record LoadResult(List<Flight> flights, long refused) {
    /** From the moment an order was due to {@code received}. */
    public Percentiles received() {
        Micros micros = new Micros();
        flights.stream().filter(Flight::isReceived).forEach(flight -> micros.add(flight.receivedAfter()));
        return micros.percentiles();
    }

    /** To accepted or rejected at the client. */
    public Percentiles decided() {
        Micros micros = new Micros();
        flights.stream().filter(Flight::isDecided).forEach(flight -> micros.add(flight.decidedAfter()));
        return micros.percentiles();
    }

    /** To the final event at the client. */
    public Percentiles ended() {
        Micros micros = new Micros();
        flights.stream().filter(Flight::isFinal).forEach(flight -> micros.add(flight.finalAfter()));
        return micros.percentiles();
    }

    /** Orders that were not accepted or rejected when the stretch was over. */
    public long undecided() {
        return flights.stream().filter(flight -> !flight.isDecided()).count();
    }

    /** Orders by their last status. */
    public Map<String, Long> statuses() {
        return flights.stream()
                .collect(Collectors.groupingBy(
                        flight -> Objects.requireNonNullElse(flight.status(), "UNTOLD"),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
