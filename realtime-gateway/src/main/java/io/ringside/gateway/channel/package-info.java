/** Names of what clients subscribe to, and how many of them want it on this node. */
@NullMarked
package io.ringside.gateway.channel;

import org.jspecify.annotations.NullMarked;
