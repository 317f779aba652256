/** The balancer on real sockets. */
@NullMarked
package io.ringside.local.balancer;

import org.jspecify.annotations.NullMarked;
