package io.ringside.runtime.ordered;

import io.nats.client.Connection;
import io.nats.client.Options;
import io.ringside.runtime.nats.Disturbances;
import jakarta.inject.Singleton;

/** NATS as a loop uses it: a connection to read from, options for one of its own, and the signs that reading stalls. */
@Singleton
record Servers(Connection nats, Options options, Disturbances disturbances) {}
