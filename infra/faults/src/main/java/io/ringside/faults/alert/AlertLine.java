package io.ringside.faults.alert;

import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.Comeback;
import io.ringside.benchmarks.trader.Inbound;
import io.ringside.benchmarks.trader.Renewal;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.SocketLink;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A client's connection: comes back on any gateway after full jitter, or as it was asked, unless told never to. */
final class AlertLine implements SocketLink.Listener {
    /** Without an answer to the first message for so long the socket is given up. */
    private static final long WELCOME_MS_MAX = 5_000;

    private final SignedIn user;
    private final Entrances entrances;
    private final EventLoop loop;
    private final SocketAddress source;
    private final RandomGenerator random;
    private final Comeback comeback;
    private final Renewal renewal;
    private final Ends ends;

    private @Nullable SocketLink link;
    private Inbound.@Nullable Goodbye goodbye;
    private String ticket = "";
    private int node;
    private long awayMs;
    private boolean online;
    private boolean stopped;

    /** Whoever uses the connection. */
    interface Ends {
        /** The first message of a socket. */
        String greeting(String ticket);

        /** The message with which a session goes on. */
        String refreshing(String ticket);

        void message(Inbound message);

        void lost();

        /** The gateway said that this client must not come back. */
        void forGood(int code, String reason);
    }

    AlertLine(
            SignedIn user,
            Entrances entrances,
            EventLoop loop,
            SocketAddress source,
            InstantSource clock,
            RandomGenerator random,
            Ends ends) {
        this.user = user;
        this.entrances = entrances;
        this.loop = loop;
        this.source = source;
        this.random = random;
        this.comeback = new Comeback(random);
        this.renewal = new Renewal(user, loop, clock, random);
        this.ends = ends;
        this.node = entrances.any(random);
    }

    /** Whether the gateway has taken the client in. */
    boolean isOnline() {
        return online;
    }

    void connect() {
        if (stopped) {
            return;
        }
        user.ticket()
                .whenCompleteAsync(
                        (fresh, failure) -> {
                            if (failure != null) {
                                later(comeback.nextMs());
                            } else if (!stopped) {
                                ticket = fresh;
                                open();
                            }
                        },
                        loop);
    }

    void send(String text) {
        SocketLink open = link;
        if (open != null && online) {
            open.send(text);
        }
    }

    /** Lets go without a word, and comes back anywhere. */
    void cut() {
        SocketLink open = link;
        if (open != null) {
            open.drop();
        }
    }

    /** Goes without a word, stays away for a while and comes back elsewhere. */
    void moveAfter(long ms) {
        awayMs = ms;
        cut();
    }

    void stop() {
        stopped = true;
        cut();
    }

    private void open() {
        SocketLink mine = SocketLink.open(entrances.nodes().get(node), entrances.origin(), source, loop, this);
        link = mine;
        loop.schedule(
                () -> {
                    if (mine == link && !online) {
                        mine.drop();
                    }
                },
                WELCOME_MS_MAX,
                TimeUnit.MILLISECONDS);
    }

    private void later(long ms) {
        if (!stopped) {
            loop.schedule(this::connect, ms, TimeUnit.MILLISECONDS);
        }
    }

    private void renewBefore(String expiresAt) {
        SocketLink mine = link;
        renewal.before(expiresAt, () -> mine == link && online, fresh -> send(ends.refreshing(fresh)));
    }

    @Override
    public void opened(SocketLink fresh) {
        fresh.send(ends.greeting(ticket));
    }

    @Override
    public void message(SocketLink from, Inbound message) {
        if (from != link) {
            return;
        }
        Inbound.Result result = message.result();
        if (message.disconnect() != null) {
            goodbye = message.disconnect();
        } else if (result != null && result.connected() != null) {
            online = true;
            comeback.succeeded();
            renewBefore(result.connected().expiresAt());
        } else if (result != null && result.refreshed() != null) {
            renewBefore(result.refreshed().expiresAt());
        }
        ends.message(message);
    }

    @Override
    public void closed(SocketLink from, int code, @Nullable String reason) {
        if (from != link && link != null) {
            return;
        }
        link = null;
        online = false;
        ends.lost();
        if (stopped) {
            return;
        }
        if (CloseCodes.isForGood(code)) {
            stopped = true;
            ends.forGood(code, reason == null ? "" : reason);
        } else if (awayMs > 0) {
            node = entrances.other(node);
            later(awayMs);
            awayMs = 0;
        } else {
            node = entrances.any(random);
            later(CloseCodes.waitMs(goodbye, random) + comeback.nextMs());
        }
        goodbye = null;
    }
}
