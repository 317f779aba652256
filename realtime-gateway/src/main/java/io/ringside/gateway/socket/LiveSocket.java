package io.ringside.gateway.socket;

import io.ringside.contracts.Wire;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.frame.Transport;
import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ServerMessage;
import io.ringside.gateway.watch.Suspicion;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket. What it knows is touched by its event loop only; whoever comes from another thread goes through
 * {@link #run}.
 */
public final class LiveSocket implements FrameListener {
    private static final int NO_CODE = 1005;

    private final Transport transport;
    private final Loop loop;
    private final Outbound outbound;
    private final Sockets sockets;
    private final Conversation conversation;
    private final InetAddress address;
    private final Upkeep upkeep;
    private final Dialogue dialogue;
    private final Memberships memberships = new Memberships();
    private final String id;
    private final long openedAt;
    private volatile @Nullable Grant grant;
    private volatile @Nullable String client;
    private boolean greeting = true;
    private boolean closing;

    LiveSocket(
            Transport transport,
            InetAddress address,
            Loop loop,
            Deliveries deliveries,
            Sockets sockets,
            Conversation conversation) {
        this.transport = transport;
        this.address = address;
        this.loop = loop;
        this.sockets = sockets;
        this.conversation = conversation;
        outbound = new Outbound(
                transport, loop, deliveries, Outbound.QUEUE_BYTES_MAX, () -> close(Farewells.of(CloseCode.SLOW)));
        id = sockets.nextId();
        openedAt = sockets.clock().millis();
        upkeep = new Upkeep(this, transport, sockets.settings(), sockets.clock());
        dialogue = new Dialogue(this, conversation);
    }

    /** What goes out to the client. */
    public Outbound outbound() {
        return outbound;
    }

    /** What carries it. From any thread. */
    TransportName transportName() {
        return transport.name();
    }

    InetAddress address() {
        return address;
    }

    /** Its name, unique on all nodes. */
    String id() {
        return id;
    }

    /** What the client calls itself, once it has. From any thread. */
    @Nullable
    String client() {
        return client;
    }

    Instant openedAt() {
        return Instant.ofEpochMilli(openedAt);
    }

    Dialogue dialogue() {
        return dialogue;
    }

    /** What the user may do here, once it is known who it is. From any thread. */
    @Nullable
    Grant grant() {
        return grant;
    }

    Memberships memberships() {
        return memberships;
    }

    boolean isOpen() {
        return !closing;
    }

    /** Runs on this socket's event loop. */
    void run(Runnable task) {
        loop.run(task);
    }

    /** Messages come in this way from now on. On the event loop. */
    public void open(Inbound way) {
        upkeep.begin(way);
        sockets.opened(this);
    }

    /** What the client calls itself. */
    void introduce(String name) {
        client = name;
        upkeep.introduced();
    }

    /** It is known who is there. */
    void identify(Grant granted) {
        if (greeting) {
            greeting = false;
            sockets.greeted(this);
        }
        grant = granted;
        upkeep.lasts(granted.expiresAt());
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
            finish(farewell.drop(), false, said, close);
        });
    }

    @Override
    public void alive() {
        upkeep.heard();
    }

    @Override
    public void message(byte[] text) {
        if (!closing) {
            dialogue.heard(text);
        }
    }

    /** The client does what an honest one does not. */
    void suspect(Suspicion kind) {
        sockets.suspect(this, kind);
    }

    /** The client sent what nobody can read. */
    void malformed() {
        sockets.malformed(this);
    }

    @Override
    public void binary(byte[] bytes) {
        throw new IllegalStateException("the limits of the protocol let no binary message through");
    }

    @Override
    public void violated(int closeCode) {
        malformed();
        CloseCode code = CloseCode.of(closeCode);
        if (startClosing(code)) {
            finish(true, true, Frame.close(code.code(), code.reason()));
        }
    }

    @Override
    public void flooded(long owedMs) {
        if (!closing) {
            sockets.meter().flooded();
            dialogue.flooded(owedMs);
        }
    }

    @Override
    public void closing(int closeCode) {
        if (closing) {
            transport.close();
            return;
        }
        startClosing(CloseCode.NORMAL);
        Frame echo = closeCode == NO_CODE ? Frame.closeWithoutCode() : Frame.close(closeCode, "");
        finish(true, true, echo);
    }

    @Override
    public void writable() {
        outbound.flush();
    }

    @Override
    public void gone() {
        startClosing(CloseCode.NORMAL);
        upkeep.end();
        sockets.gone(this, grant);
    }

    private boolean startClosing(CloseCode code) {
        if (closing) {
            return false;
        }
        closing = true;
        upkeep.stopListening();
        if (greeting) {
            greeting = false;
            sockets.greeted(this);
        }
        sockets.meter().closing(code);
        conversation.leave(this);
        return true;
    }

    private void finish(boolean drop, boolean end, Frame... last) {
        upkeep.awaitEnd();
        outbound.finish(drop, end, last);
    }
}
