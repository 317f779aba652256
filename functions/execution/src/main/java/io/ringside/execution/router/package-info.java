/**
 * Turns accepted orders and requested cancels into commands of the venue that works their instrument. Keeps no
 * state.
 */
@NullMarked
package io.ringside.execution.router;

import org.jspecify.annotations.NullMarked;
