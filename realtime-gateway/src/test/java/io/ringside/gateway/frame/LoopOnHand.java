package io.ringside.gateway.frame;

import io.netty.util.concurrent.EventExecutor;

/** An event loop whose turns are given by hand. */
public final class LoopOnHand {
    private LoopOnHand() {}

    public static Loop of(EventExecutor executor, Deliveries deliveries) {
        return new Loop(executor, deliveries, 1);
    }
}
