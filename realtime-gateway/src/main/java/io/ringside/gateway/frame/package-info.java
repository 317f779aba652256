/** Bytes on a socket: encoded WebSocket frames, the guard in front of a socket and the queue behind it. */
@NullMarked
package io.ringside.gateway.frame;

import org.jspecify.annotations.NullMarked;
