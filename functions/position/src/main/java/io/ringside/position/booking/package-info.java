/** Books trades into positions, each once. The arithmetic is that of the trading library. */
@NullMarked
package io.ringside.position.booking;

import org.jspecify.annotations.NullMarked;
