/** The WebSocket's way in: handshake, origin, compression, and a pipeline that is ours from then on. */
@NullMarked
package io.ringside.gateway.upgrade;

import org.jspecify.annotations.NullMarked;
