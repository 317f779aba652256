/** Requests for quotes: commands in, facts, trades, timers and each party's own view out. */
@NullMarked
package io.ringside.rfq;

import org.jspecify.annotations.NullMarked;
