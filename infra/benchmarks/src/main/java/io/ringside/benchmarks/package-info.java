/**
 * The command {@code infra/bench}: how long an order takes, how many orders a second the floor bears, where the time
 * goes.
 */
@NullMarked
package io.ringside.benchmarks;

import org.jspecify.annotations.NullMarked;
