/** Who is on the floor: what a user chose to show, what gateways know of connections, and what everybody sees. */
@NullMarked
package io.ringside.contracts.presence;

import org.jspecify.annotations.NullMarked;
