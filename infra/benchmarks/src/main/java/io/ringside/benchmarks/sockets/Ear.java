package io.ringside.benchmarks.sockets;

import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.Inbound;
import io.ringside.benchmarks.trader.Position;
import io.ringside.benchmarks.trader.Requests;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.SocketLink;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One socket that listens, and does not come back by itself: light enough to have thousands. Everything but
 * {@link #open} and {@link #close} happens on its event loop.
 */
final class Ear implements SocketLink.Listener {
    private final SignedIn user;
    private final URI gateway;
    private final SocketAddress source;
    private final EventLoop loop;
    private final List<String> channels;
    private final Hearing hearing;
    private final Requests requests = new Requests();
    private CompletableFuture<Times> caughtUp = new CompletableFuture<>();
    private @Nullable SocketLink link;
    private @Nullable Position inbox;
    private String ticket = "";
    private long askedNanos;
    private long openedNanos;
    private long connectedNanos;
    private int missed;
    private int awaited;

    Ear(SignedIn user, URI gateway, SocketAddress source, EventLoop loop, List<String> channels, Hearing hearing) {
        this.user = user;
        this.gateway = gateway;
        this.source = source;
        this.loop = loop;
        this.channels = List.copyOf(channels);
        this.hearing = hearing;
    }

    /** Hears every push, on the event loop. */
    @FunctionalInterface
    interface Hearing {
        void heard(Ear ear, Inbound.Push push, long nanos);
    }

    /**
     * How long coming in took, in nanoseconds.
     *
     * @param established from opening the connection to the answer of the first message
     * @param caughtUp from asking for a ticket to the last message that had been missed
     * @param missed how many they were
     */
    record Times(long established, long caughtUp, int missed) {}

    /** Comes in, where it stood if it was there before, and has heard what it missed. */
    CompletableFuture<Times> open() {
        CompletableFuture<Times> begun = new CompletableFuture<>();
        loop.execute(() -> {
            caughtUp = begun;
            askedNanos = System.nanoTime();
            user.ticket()
                    .whenCompleteAsync(
                            (fresh, failure) -> {
                                if (failure != null) {
                                    begun.completeExceptionally(failure);
                                } else {
                                    ticket = fresh;
                                    openedNanos = System.nanoTime();
                                    link = SocketLink.open(gateway, source, loop, this);
                                }
                            },
                            loop);
        });
        return begun;
    }

    /** Goes without a word. */
    void close() {
        loop.execute(() -> {
            SocketLink last = link;
            link = null;
            if (last != null) {
                last.drop();
            }
        });
    }

    /** Sends a command; its answer is not waited for. */
    void command(String text) {
        SocketLink open = link;
        if (open != null) {
            open.send(requests.command(text));
        }
    }

    String user() {
        return user.user();
    }

    @Override
    public void opened(SocketLink fresh) {
        fresh.send(requests.connect(ticket, channels, inbox));
    }

    @Override
    public void message(SocketLink from, Inbound message) {
        Inbound.Push push = message.push();
        Inbound.Result result = message.result();
        if (push != null) {
            heard(push);
        } else if (result != null && result.connected() != null) {
            welcomed(result.connected());
        } else if (message.error() != null && !caughtUp.isDone()) {
            caughtUp.completeExceptionally(new IllegalStateException(String.valueOf(message.error())));
        }
    }

    @Override
    public void closed(SocketLink from, int code, @Nullable String reason) {
        if (from == link) {
            link = null;
        }
        caughtUp.completeExceptionally(new IllegalStateException("closed with " + code + ": " + reason));
    }

    private void welcomed(Inbound.Connected connected) {
        connectedNanos = System.nanoTime();
        Inbound.Subscribed how = connected.channels().get(Requests.INBOX);
        Integer count = how == null ? null : how.count();
        missed = count == null ? 0 : count;
        awaited = missed;
        if (how != null && how.position() != null && (awaited == 0 || inbox == null)) {
            inbox = how.position();
        }
        arrivedIfComplete();
    }

    private void heard(Inbound.Push push) {
        long now = System.nanoTime();
        Long sequence = push.sequence();
        Position before = inbox;
        if (sequence != null && before != null) {
            inbox = new Position(before.epoch(), sequence);
        }
        if (sequence != null && awaited > 0) {
            awaited--;
            arrivedIfComplete();
        }
        hearing.heard(this, push, now);
    }

    private void arrivedIfComplete() {
        if (awaited == 0 && !caughtUp.isDone()) {
            long now = System.nanoTime();
            caughtUp.complete(new Times(connectedNanos - openedNanos, now - askedNanos, missed));
        }
    }
}
