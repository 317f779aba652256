/** How much a user may ask for: token buckets per user and kind of request. */
@NullMarked
package io.ringside.gateway.limit;

import org.jspecify.annotations.NullMarked;
