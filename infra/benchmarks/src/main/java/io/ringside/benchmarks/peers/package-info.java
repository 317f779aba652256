/** The servers that are measured beside each other, each in a process of its own: Ringside, raw Netty, Socket.IO. */
@NullMarked
package io.ringside.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
