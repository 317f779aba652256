package io.ringside.contracts.risk;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How far a limit is used; quantities are decimal text.
 *
 * @param level per cent of the limit: the highest that was reached, 75, 90 or 100
 */
@Serdeable
public record LimitReached(LimitKind limit, int level, String used, String maximum) {}
