/** What the rules of this package promise. */
@NullMarked
package io.ringside.trading.market;

import org.jspecify.annotations.NullMarked;
