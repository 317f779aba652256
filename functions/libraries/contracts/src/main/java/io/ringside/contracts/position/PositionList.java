package io.ringside.contracts.position;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Answer of {@code qry.position.list}: the account's positions at the latest prices, by instrument. */
@Serdeable
public record PositionList(List<PositionValuation> positions) {
    /** Positions in one answer; what is beyond is left out. */
    public static final int POSITIONS_MAX = 200;
}
