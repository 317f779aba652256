/** The whole gateway on a real nats-server and a real PostgreSQL, spoken to as clients speak. */
@NullMarked
package io.ringside.gateway.journey;

import org.jspecify.annotations.NullMarked;
