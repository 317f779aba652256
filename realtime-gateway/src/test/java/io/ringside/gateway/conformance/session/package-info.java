/** How a session lives and ends, the same over every transport. */
@NullMarked
package io.ringside.gateway.conformance.session;

import org.jspecify.annotations.NullMarked;
