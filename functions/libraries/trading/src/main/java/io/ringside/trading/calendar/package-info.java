/** When trading days end. Time zones and their changes are understood here and nowhere else. */
@NullMarked
package io.ringside.trading.calendar;

import org.jspecify.annotations.NullMarked;
