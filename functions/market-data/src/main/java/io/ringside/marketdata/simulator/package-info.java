/** Prices without an exchange: a seeded walk on the ticks of every instrument. */
@NullMarked
package io.ringside.marketdata.simulator;

import org.jspecify.annotations.NullMarked;
