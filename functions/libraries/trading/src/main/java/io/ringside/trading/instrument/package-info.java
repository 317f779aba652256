/** Instruments: the scales, ticks and steps that every number of a market is checked against. */
@NullMarked
package io.ringside.trading.instrument;

import org.jspecify.annotations.NullMarked;
