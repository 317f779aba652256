@NullMarked
package io.ringside.benchmarks.trader;

import org.jspecify.annotations.NullMarked;
