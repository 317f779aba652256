/** What a client may not send, and how much of it, the same over every transport. */
@NullMarked
package io.ringside.gateway.conformance.input;

import org.jspecify.annotations.NullMarked;
