/** Connections to NATS: how they are made, what the server must offer, and how events are published in order. */
@NullMarked
package io.ringside.runtime.nats;

import org.jspecify.annotations.NullMarked;
