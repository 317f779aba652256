/** The client's end of each transport, as rude as a test wants it. */
@NullMarked
package io.ringside.gateway.transport;

import org.jspecify.annotations.NullMarked;
