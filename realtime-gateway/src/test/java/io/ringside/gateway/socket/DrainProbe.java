package io.ringside.gateway.socket;

import io.micronaut.context.BeanContext;

/** Lets a test drain a gateway as its stop does, and still ask it something after. */
public final class DrainProbe {
    private DrainProbe() {}

    public static void drain(BeanContext gateway) {
        gateway.getBean(Drain.class).shutdownGracefully().toCompletableFuture().join();
    }
}
