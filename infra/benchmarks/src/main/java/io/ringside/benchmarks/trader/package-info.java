/** A trader's program as the gateway's protocol asks for it: signs in, stays connected, asks again, misses nothing. */
@NullMarked
package io.ringside.benchmarks.trader;

import org.jspecify.annotations.NullMarked;
