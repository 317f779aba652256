package io.ringside.gateway.nats;

import io.nats.client.Connection;
import io.ringside.testkit.Eventually;

/** What the gateway makes of a connection, for tests that need no whole gateway. */
public final class NatsParts {
    /** Nobody is told that there is no answer because a disk is slow. */
    private static final NatsSettings SETTINGS = new NatsSettings(Eventually.DEADLINE);

    private NatsParts() {}

    public static DirectGet directGet(Connection connection) {
        return new DirectGet(connection, SETTINGS);
    }

    public static RoundTrips roundTrips(Connection connection) {
        return new RoundTrips(connection, SETTINGS);
    }

    public static NatsSigns signs(Connection connection) {
        return new NatsSigns(connection);
    }
}
