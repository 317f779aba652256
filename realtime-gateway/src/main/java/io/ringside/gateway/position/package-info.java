/** Positions at the last known prices, as a query and as a conflated feed. */
@NullMarked
package io.ringside.gateway.position;

import org.jspecify.annotations.NullMarked;
