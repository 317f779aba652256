/** One port in front of several gateways on this machine: new connections go round, bytes go through untouched. */
@NullMarked
package io.ringside.local.balancer;

import org.jspecify.annotations.NullMarked;
