/** Recovery that cannot lie: generated histories, and a client that keeps to the protocol and believes nothing else. */
@NullMarked
package io.ringside.gateway.recovery;

import org.jspecify.annotations.NullMarked;
