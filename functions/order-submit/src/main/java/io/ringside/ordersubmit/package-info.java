/**
 * Orders from the command to their end: admits, asks the risk check, keeps the state and tells everybody each change.
 */
@NullMarked
package io.ringside.ordersubmit;

import org.jspecify.annotations.NullMarked;
