package io.ringside.contracts.market;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Push {@code volatility.alert}: the price of an instrument moves more than is usual.
 *
 * @param volatility standard deviation of returns over the window, in per cent
 * @param threshold from which it is told, in per cent
 * @param windowSeconds over which it is measured
 */
@Serdeable
public record VolatilityAlert(String instrument, String volatility, String threshold, long windowSeconds, Instant at) {}
