/**
 * Turns accepted orders, requested cancels and amends into commands of the venue that works their instrument. Keeps no
 * state.
 */
@NullMarked
package io.ringside.execution.router;

import org.jspecify.annotations.NullMarked;
