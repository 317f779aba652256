/**
 * Alone holds limits and exposure: decides and reserves before an order is routed, converts a reservation when it
 * trades and releases it when its order ends.
 */
@NullMarked
package io.ringside.riskcheck;

import org.jspecify.annotations.NullMarked;
