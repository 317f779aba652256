package io.ringside.gateway.socket;

import io.ringside.gateway.journey.GatewayUnderTest;

/** Lets a test drain a gateway as its stop does, and still ask it something after. */
public final class DrainProbe {
    private DrainProbe() {}

    public static void drain(GatewayUnderTest gateway) {
        gateway.bean(Drain.class).shutdownGracefully().toCompletableFuture().join();
    }
}
