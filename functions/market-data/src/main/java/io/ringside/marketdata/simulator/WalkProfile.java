package io.ringside.marketdata.simulator;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/**
 * How one instrument moves.
 *
 * @param start the price it starts at and is drawn back to
 * @param spreadTicks usual distance between bid and ask
 * @param stepTicks most ticks that one change moves the middle
 * @param size usual size of the best level, in the instrument's unit
 */
@Serdeable
record WalkProfile(BigDecimal start, int spreadTicks, int stepTicks, BigDecimal size) {}
