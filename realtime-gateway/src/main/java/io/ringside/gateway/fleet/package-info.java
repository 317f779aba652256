/** All gateways of the floor: which there are, how each asks the others, and the sockets of all of them. */
@NullMarked
package io.ringside.gateway.fleet;

import org.jspecify.annotations.NullMarked;
