/** Instruments, and their quotes as a conflated feed. */
@NullMarked
package io.ringside.gateway.market;

import org.jspecify.annotations.NullMarked;
