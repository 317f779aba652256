/**
 * Orders at a given rate, whatever the floor does: each has a moment at which it is due, and latency counts from
 * there.
 */
@NullMarked
package io.ringside.benchmarks.load;

import org.jspecify.annotations.NullMarked;
