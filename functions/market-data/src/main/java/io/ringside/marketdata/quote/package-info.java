/** The latest top of book of every instrument, and its way out to whoever listens. */
@NullMarked
package io.ringside.marketdata.quote;

import org.jspecify.annotations.NullMarked;
