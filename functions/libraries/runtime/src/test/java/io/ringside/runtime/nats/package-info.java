/** Connections and publication on a real server. */
@NullMarked
package io.ringside.runtime.nats;

import org.jspecify.annotations.NullMarked;
