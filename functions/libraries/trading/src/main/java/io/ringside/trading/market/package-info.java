/** Prices of the market as decisions see them. */
@NullMarked
package io.ringside.trading.market;

import org.jspecify.annotations.NullMarked;
