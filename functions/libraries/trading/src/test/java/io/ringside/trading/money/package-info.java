/** What the rules of this package promise. */
@NullMarked
package io.ringside.trading.money;

import org.jspecify.annotations.NullMarked;
