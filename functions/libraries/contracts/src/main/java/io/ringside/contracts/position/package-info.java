/** Positions as their owner sees them. */
@NullMarked
package io.ringside.contracts.position;

import org.jspecify.annotations.NullMarked;
