/** Signs of the connection to NATS, and reading of stored messages without a consumer. */
@NullMarked
package io.ringside.gateway.nats;

import org.jspecify.annotations.NullMarked;
