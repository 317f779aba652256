package io.ringside.gateway.upgrade;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.ringside.gateway.compression.Agreement;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.InboundBudget;
import io.ringside.gateway.frame.MessageLimits;
import io.ringside.gateway.frame.SocketTransport;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.protocol.Connected;
import io.ringside.gateway.socket.Entrance;
import io.ringside.gateway.socket.HandshakeRefusal;
import io.ringside.gateway.socket.LiveSocket;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /ws}: a session of our protocol. */
@Singleton
final class SocketDoor implements Door {
    static final String PATH = "/ws";

    private final Admission admission;
    private final Entrance entrance;
    private final ClientAddresses addresses;

    SocketDoor(Admission admission, Entrance entrance, ClientAddresses addresses) {
        this.admission = admission;
        this.entrance = entrance;
        this.addresses = addresses;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<HandshakeRefusal> refuses(Handshake handshake) {
        return admission.refusal(new Knock(
                address(handshake),
                handshake.server(),
                handshake.headers(HttpHeaderNames.ORIGIN),
                handshake.headers(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)));
    }

    @Override
    public void open(Handshake handshake) {
        Channel channel = handshake.channel();
        @Nullable Agreement compression = handshake.compression();
        LiveSocket socket = entrance.enter(
                address(handshake), channel.eventLoop(), loop -> new SocketTransport(channel, loop, compression));
        FrameGuard guard = new FrameGuard(socket, socket.outbound(), MessageLimits.PROTOCOL, compression != null);
        InboundBudget budget = new InboundBudget(socket, entrance.clock());
        SocketPipeline.open(handshake, Connected.VERSION, budget, guard, socket::open);
    }

    private InetAddress address(Handshake handshake) {
        return addresses.of(handshake.peer(), handshake.headers(ClientAddresses.HEADER));
    }
}
