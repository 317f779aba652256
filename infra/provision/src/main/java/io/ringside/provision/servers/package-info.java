/** A nats-server and a PostgreSQL as child processes: found or obtained, durable, killed and started again at will. */
@NullMarked
package io.ringside.provision.servers;

import org.jspecify.annotations.NullMarked;
