/** What the rules of this package promise. */
@NullMarked
package io.ringside.trading.risk;

import org.jspecify.annotations.NullMarked;
