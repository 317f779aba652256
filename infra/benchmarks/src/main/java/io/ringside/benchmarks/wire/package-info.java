/**
 * The load's side of a WebSocket, whatever is spoken on it: thousands of sockets on one thread, and nothing made per
 * message.
 */
@NullMarked
package io.ringside.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
