package io.ringside.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.ringside.contracts.Wire;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.inbox.Follower;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ServerMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket. What it knows is touched by its event loop only; whoever comes from another thread goes through
 * {@link #run}.
 */
final class LiveSocket implements FrameListener {
    private static final int NO_CODE = 1005;

    private final Channel channel;
    private final Loop loop;
    private final Outbound outbound;
    private final Sockets sockets;
    private final Conversation conversation;
    private final InetAddress address;
    private final Runnable tick = this::tick;
    private final Liveness liveness;
    private final Dialogue dialogue;
    private final Set<ChannelName> channels = new HashSet<>();
    private @Nullable Follower follower;
    private @Nullable FrameGuard guard;
    private volatile @Nullable Grant grant;
    private boolean greeting = true;
    private boolean closing;
    private long closeBy = Long.MAX_VALUE;

    LiveSocket(Channel channel, Loop loop, Deliveries deliveries, Sockets sockets, Conversation conversation) {
        this.channel = channel;
        this.loop = loop;
        this.sockets = sockets;
        this.conversation = conversation;
        outbound = new Outbound(channel, loop, deliveries, () -> close(Farewells.of(CloseCode.SLOW)));
        address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
        liveness = new Liveness(sockets.settings(), now());
        dialogue = new Dialogue(this, conversation);
    }

    Outbound outbound() {
        return outbound;
    }

    InetAddress address() {
        return address;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    /** What the user may do here, once it is known who it is. From any thread. */
    @Nullable
    Grant grant() {
        return grant;
    }

    /** The conflated channels that it is subscribed to. */
    Set<ChannelName> channels() {
        return channels;
    }

    /** Its place on the personal channel, if it has one. */
    @Nullable
    Follower follower() {
        return follower;
    }

    void follow(@Nullable Follower place) {
        follower = place;
    }

    boolean isOpen() {
        return !closing;
    }

    /** Runs on this socket's event loop. */
    void run(Runnable task) {
        loop.run(task);
    }

    void open(FrameGuard inFront) {
        guard = inFront;
        loop.everySecond(tick);
        sockets.opened(this);
    }

    /** It is known who is there. */
    void identify(Grant granted) {
        if (greeting) {
            greeting = false;
            sockets.greeted(this);
        }
        grant = granted;
    }

    void send(ServerMessage message) {
        outbound.offer(Frame.text(Wire.encode(message)));
    }

    /** Says why, and closes. From any thread. */
    void close(Farewells.Farewell farewell) {
        run(() -> {
            if (!startClosing(farewell.code())) {
                return;
            }
            Frame said = Frame.text(Wire.encode(farewell.message()));
            Frame close = Frame.close(farewell.code().code(), farewell.reason());
            var unused = finish(farewell.drop(), said, close);
        });
    }

    @Override
    public void alive() {
        liveness.heard(now());
    }

    @Override
    public void message(byte[] text) {
        if (!closing) {
            dialogue.heard(text);
        }
    }

    @Override
    public void violated(int closeCode) {
        CloseCode code = CloseCode.of(closeCode);
        if (startClosing(code)) {
            finish(true, Frame.close(code.code(), code.reason())).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void closing(int closeCode) {
        if (closing) {
            var unused = channel.close();
            return;
        }
        startClosing(CloseCode.NORMAL);
        Frame echo = closeCode == NO_CODE ? Frame.closeWithoutCode() : Frame.close(closeCode, "");
        finish(true, echo).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void writable() {
        outbound.flush();
    }

    @Override
    public void gone() {
        startClosing(CloseCode.NORMAL);
        loop.forget(tick);
        sockets.gone(this, grant);
    }

    private boolean startClosing(CloseCode code) {
        if (closing) {
            return false;
        }
        closing = true;
        if (guard != null) {
            guard.stopListening();
        }
        if (greeting) {
            greeting = false;
            sockets.greeted(this);
        }
        sockets.closing(code);
        conversation.leave(this);
        return true;
    }

    private ChannelFuture finish(boolean drop, Frame... last) {
        // Time to come back is counted from here, whatever the peer does.
        closeBy = now() + sockets.settings().closing().toMillis();
        return outbound.finish(drop, last);
    }

    private void tick() {
        long now = now();
        if (closing) {
            if (now >= closeBy) {
                var unused = channel.close();
            }
        } else if (greeting
                && liveness.openFor(now) > sockets.settings().firstFrame().toMillis()) {
            close(Farewells.because(CloseCode.BAD_REQUEST, "no connect in time"));
        } else if (isExpired(now)) {
            close(Farewells.of(CloseCode.EXPIRED));
        } else {
            beAlive(now);
        }
    }

    private boolean isExpired(long now) {
        Grant granted = grant;
        return granted != null && granted.expiresAt().toEpochMilli() <= now;
    }

    private void beAlive(long now) {
        if (liveness.isDead(now)) {
            close(Farewells.of(CloseCode.SLOW));
        } else if (liveness.needsPing(now)) {
            outbound.offer(Frame.ping());
        }
        if (!greeting && liveness.needsHeartbeat(now)) {
            send(new ServerMessage.Heartbeat(new ServerMessage.Beat(Instant.ofEpochMilli(now))));
        }
    }

    private long now() {
        return sockets.clock().millis();
    }
}
