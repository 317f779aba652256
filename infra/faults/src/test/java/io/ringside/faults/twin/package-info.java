/** Two gateways behind the balancer of the local stack, and clients who notice nothing when one of them dies. */
@NullMarked
package io.ringside.faults.twin;

import org.jspecify.annotations.NullMarked;
