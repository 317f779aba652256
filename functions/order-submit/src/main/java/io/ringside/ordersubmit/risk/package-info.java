/** Asks the risk check, once for a batch, and leaves it alone while it does not answer. */
@NullMarked
package io.ringside.ordersubmit.risk;

import org.jspecify.annotations.NullMarked;
