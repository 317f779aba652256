/** Sessions for networks that let no WebSocket through: the same protocol as server-sent events, or by polling. */
@NullMarked
package io.ringside.gateway.fallback;

import org.jspecify.annotations.NullMarked;
