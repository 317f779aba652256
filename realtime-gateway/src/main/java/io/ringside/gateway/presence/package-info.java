/** Who is on the floor: what this node knows of its own users, and how everybody is seen, as a query and as a feed. */
@NullMarked
package io.ringside.gateway.presence;

import org.jspecify.annotations.NullMarked;
