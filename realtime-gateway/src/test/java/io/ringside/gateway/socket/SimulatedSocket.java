package io.ringside.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.MessageLimits;
import io.ringside.gateway.frame.SocketTransport;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.recovery.Turns;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A real socket of a gateway, and its peer's end in a test's hand. */
public final class SimulatedSocket {
    private static final int TEXT = 0x81;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private final Turns.Lane lane;
    private final EmbeddedChannel channel;

    private SimulatedSocket(Turns.Lane lane, EmbeddedChannel channel) {
        this.lane = lane;
        this.channel = channel;
    }

    static SimulatedSocket open(
            Turns.Lane lane,
            Loop loop,
            Deliveries deliveries,
            Sockets sockets,
            Conversation conversation,
            Grant grant) {
        EmbeddedChannel channel = new EmbeddedChannel();
        lane.execute(() -> {
            LiveSocket socket = new LiveSocket(
                    new SocketTransport(channel, loop, null),
                    InetAddress.getLoopbackAddress(),
                    loop,
                    deliveries,
                    sockets,
                    conversation);
            FrameGuard guard = new FrameGuard(socket, socket.outbound(), MessageLimits.PROTOCOL, false);
            channel.pipeline().addLast(guard);
            socket.open(new Way(guard));
            socket.identify(grant);
        });
        return new SimulatedSocket(lane, channel);
    }

    /** Messages are neither counted nor held back here. */
    private record Way(FrameGuard guard) implements Inbound {
        @Override
        public void stopListening() {
            guard.stopListening();
        }

        @Override
        public void tick() {}
    }

    /** Sends a text message. */
    public void send(String text) {
        lane.execute(() -> {
            if (channel.isOpen()) {
                channel.writeInbound(new TextWebSocketFrame(text));
            }
        });
    }

    /** The peer reads, or no longer. */
    public void reads(boolean does) {
        lane.execute(() -> {
            if (channel.isOpen()) {
                channel.unsafe().outboundBuffer().setUserDefinedWritability(1, does);
                channel.runPendingTasks();
            }
        });
    }

    /** Ends without a word. */
    public void drop() {
        lane.execute(() -> {
            var unused = channel.finishAndReleaseAll();
        });
    }

    public boolean hasArrived() {
        return !channel.outboundMessages().isEmpty();
    }

    /** The text messages of one write; others are passed over. */
    public List<byte[]> arrived() {
        List<byte[]> texts = new ArrayList<>();
        ByteBuf bytes = channel.readOutbound();
        if (bytes != null) {
            while (bytes.isReadable()) {
                int head = bytes.readUnsignedByte();
                byte[] payload = new byte[length(bytes)];
                bytes.readBytes(payload);
                if (head == TEXT) {
                    texts.add(payload);
                }
            }
            bytes.release();
        }
        return texts;
    }

    private static int length(ByteBuf bytes) {
        int length = bytes.readUnsignedByte();
        return switch (length) {
            case LENGTH_16 -> bytes.readUnsignedShort();
            case LENGTH_64 -> Math.toIntExact(bytes.readLong());
            default -> length;
        };
    }
}
