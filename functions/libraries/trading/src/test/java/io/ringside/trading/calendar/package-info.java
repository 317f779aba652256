/** What trading days promise. */
@NullMarked
package io.ringside.trading.calendar;

import org.jspecify.annotations.NullMarked;
