package io.ringside.contracts.position;

import io.micronaut.serde.annotation.Serdeable;

/** {@code qry.position.list}: the positions of one account; answered by {@link PositionList}. */
@Serdeable
public record PositionQuery(String account) {}
