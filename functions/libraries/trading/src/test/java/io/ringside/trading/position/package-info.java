/** What the rules of this package promise. */
@NullMarked
package io.ringside.trading.position;

import org.jspecify.annotations.NullMarked;
