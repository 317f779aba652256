package io.ringside.gateway.frame;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.InstantSource;

/** What would be sent on a socket that leads nowhere. */
public final class Unsent {
    private Unsent() {}

    public static Outbound outbound() {
        EmbeddedChannel channel = new EmbeddedChannel();
        Deliveries deliveries = new Deliveries(InstantSource.system(), new SimpleMeterRegistry());
        Loop loop = new Loop(channel.eventLoop(), deliveries, 1);
        return new Outbound(
                new SocketTransport(channel, loop, null), loop, deliveries, Outbound.QUEUE_BYTES_MAX, () -> {});
    }
}
