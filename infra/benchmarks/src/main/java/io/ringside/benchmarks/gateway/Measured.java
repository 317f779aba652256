package io.ringside.benchmarks.gateway;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * What was measured once.
 *
 * @param contender the server
 * @param what was measured of it
 * @param loadBefore the machine's load averages of 1, 5 and 15 minutes before the server was started
 * @param figures by name with unit
 * @param histogram of microseconds as HdrHistogram compresses it, in Base64; empty where there is none
 */
@Serdeable
record Measured(
        String contender, String what, int round, String loadBefore, Map<String, Double> figures, String histogram) {}
