/** The messages of PROTOCOL.md: requests, replies, pushes, errors and close codes. */
@NullMarked
package io.ringside.gateway.protocol;

import org.jspecify.annotations.NullMarked;
