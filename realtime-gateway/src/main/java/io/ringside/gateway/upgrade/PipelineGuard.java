package io.ringside.gateway.upgrade;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.websocket.NettyServerWebSocketUpgradeHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Doorkeeper} into every connection, and takes the framework's frame compression out of it: that inflates
 * without limit and keeps 134 KB for each socket.
 */
@Singleton
final class PipelineGuard implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final BeanProvider<Door> doors;

    PipelineGuard(BeanProvider<Door> doors) {
        this.doors = doors;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Guarded(
                doors.stream().collect(Collectors.toUnmodifiableMap(Door::path, Function.identity())), null));
        return registry;
    }

    private record Guarded(
            Map<String, Door> doors, @Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new Guarded(doors, connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(NettyServerWebSocketUpgradeHandler.COMPRESSION_HANDLER) != null) {
                pipeline.remove(NettyServerWebSocketUpgradeHandler.COMPRESSION_HANDLER);
            }
            pipeline.addBefore(
                    ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "doorkeeper", new Doorkeeper(doors));
        }
    }
}
