/** What the rules of this package promise. */
@NullMarked
package io.ringside.trading.order;

import org.jspecify.annotations.NullMarked;
