/** Many sockets that mostly listen: what they cost, how soon they hear, and how they come back. */
@NullMarked
package io.ringside.benchmarks.sockets;

import org.jspecify.annotations.NullMarked;
