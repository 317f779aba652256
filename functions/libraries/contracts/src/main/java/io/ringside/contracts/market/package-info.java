/** Normalised market data. */
@NullMarked
package io.ringside.contracts.market;

import org.jspecify.annotations.NullMarked;
