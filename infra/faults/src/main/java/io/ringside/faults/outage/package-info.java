/** Faults of a floor whose people are told alerts: which come when, by a seed, and how the floor recovers. */
@NullMarked
package io.ringside.faults.outage;

import org.jspecify.annotations.NullMarked;
