/** What the rules of this package promise. */
@NullMarked
package io.ringside.trading.instrument;

import org.jspecify.annotations.NullMarked;
