package io.ringside.benchmarks.trader;

import io.netty.channel.EventLoop;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A trader's program that survives whatever happens to the floor. It asks with the same body until it is answered,
 * comes back
 * where it stood, and asks for what it missed. Everything happens on its event loop.
 */
public final class TraderClient {
    private static final long TICK_MS = 100;

    private final SignedIn signedIn;
    private final URI gateway;
    private final EventLoop loop;
    private final Renewal renewal;
    private final Comeback comeback;
    private final List<String> channels;
    private final TraderEvents events;
    private final Requests requests = new Requests();
    private final Commands commands;
    private final InboxFollower inbox;
    private final SocketLink.Listener listener = new Listener();
    private @Nullable SocketLink link;
    private String ticket = "";
    private boolean online;
    private boolean stopped;

    /** @param channels to have besides the inbox */
    public TraderClient(
            SignedIn signedIn,
            URI gateway,
            EventLoop loop,
            InstantSource clock,
            RandomGenerator random,
            List<String> channels,
            TraderEvents events) {
        this.signedIn = signedIn;
        this.gateway = gateway;
        this.loop = loop;
        this.renewal = new Renewal(signedIn, loop, clock, random);
        this.comeback = new Comeback(random);
        this.channels = List.copyOf(channels);
        this.events = events;
        this.commands = new Commands(requests, events);
        this.inbox = new InboxFollower(requests, events);
    }

    /** Connects, and comes back for ever. */
    public void start() {
        loop.execute(() -> {
            connect();
            tickLater();
        });
    }

    /** Ends without a word. */
    public void stop() {
        loop.execute(() -> {
            stopped = true;
            SocketLink last = link;
            if (last != null) {
                last.drop();
            }
        });
    }

    /** Sends a command now, or when the floor is back, and again until it is answered. On the event loop only. */
    public void ask(String clientOrderId, String command) {
        commands.ask(clientOrderId, command, online ? link : null);
    }

    /** Whether commands go out at once. On the event loop only. */
    public boolean isOnline() {
        return online;
    }

    /** Commands without a final answer. */
    public int unanswered() {
        return commands.open();
    }

    public EventLoop loop() {
        return loop;
    }

    public SignedIn signedIn() {
        return signedIn;
    }

    private void connect() {
        if (stopped) {
            return;
        }
        signedIn.ticket()
                .whenCompleteAsync(
                        (fresh, failure) -> {
                            if (failure != null) {
                                comeBackLater();
                            } else if (!stopped) {
                                ticket = fresh;
                                link = null;
                                link = SocketLink.open(gateway, loop, listener);
                            }
                        },
                        loop);
    }

    private void comeBackLater() {
        if (!stopped) {
            loop.schedule(this::connect, comeback.nextMs(), TimeUnit.MILLISECONDS);
        }
    }

    private void tickLater() {
        loop.schedule(this::tick, TICK_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        SocketLink current = link;
        if (online && current != null && !commands.sendDue(current)) {
            current.drop();
        }
        if (!stopped) {
            tickLater();
        }
    }

    private void welcome(SocketLink from, Inbound.Connected connected) {
        online = true;
        comeback.succeeded();
        events.served(connected.node());
        inbox.restored(connected.channels().get(Requests.INBOX));
        commands.resend(from);
        renewBefore(from, connected.expiresAt());
    }

    private void renewBefore(SocketLink mine, String expiresAt) {
        renewal.before(expiresAt, () -> mine == link && !stopped, fresh -> mine.send(requests.refresh(fresh)));
    }

    private void answer(SocketLink from, Inbound message, long request) {
        Inbound.Result result = message.result();
        if (result == null && !online) {
            from.drop();
        } else if (result != null && result.connected() != null) {
            welcome(from, result.connected());
        } else if (result != null && result.subscribed() != null) {
            inbox.restored(result.subscribed().get(Requests.INBOX));
        } else if (result != null && result.refreshed() != null) {
            renewBefore(from, result.refreshed().expiresAt());
        } else {
            commands.answered(request, message);
        }
    }

    private final class Listener implements SocketLink.Listener {
        @Override
        public void opened(SocketLink fresh) {
            fresh.send(requests.connect(ticket, channels, inbox.position()));
        }

        @Override
        public void message(SocketLink from, Inbound message) {
            Inbound.Push push = message.push();
            Long request = message.id();
            if (from != link) {
                return;
            }
            if (push == null) {
                if (request != null) {
                    answer(from, message, request);
                }
            } else if (push.sequence() == null) {
                events.told(push.channel(), push.data());
            } else {
                inbox.push(from, push, push.sequence());
            }
        }

        @Override
        public void closed(SocketLink from, int code, @Nullable String reason) {
            if (from != link && link != null) {
                return;
            }
            online = false;
            link = null;
            commands.lost();
            inbox.lost();
            events.disconnected(code, reason);
            comeBackLater();
        }
    }
}
