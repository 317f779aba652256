/** Feeds in, quotes out: the start of the function and the wiring of its parts. */
@NullMarked
package io.ringside.marketdata;

import org.jspecify.annotations.NullMarked;
