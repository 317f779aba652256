/** One client's socket from the handshake to the close, and all of them together. */
@NullMarked
package io.ringside.gateway.socket;

import org.jspecify.annotations.NullMarked;
