package io.ringside.gateway.socket;

import io.micronaut.context.annotation.Context;
import io.ringside.gateway.command.CommandDesk;
import io.ringside.gateway.command.CommandOutcome;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.identity.Tickets;
import io.ringside.gateway.limit.Kind;
import io.ringside.gateway.limit.RateLimits;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.Connected;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Request;
import io.ringside.gateway.protocol.Result;
import io.ringside.gateway.protocol.Subscribed;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/**
 * Answers the requests of sockets. Everything here runs on the event loop of the socket and blocks on nothing; it is made
 * at the start, with all that it needs, so that the first client waits for nothing.
 */
@Context
final class Conversation {
    private final Tickets tickets;
    private final Revocations revocations;
    private final RateLimits limits;
    private final CommandDesk commands;
    private final Subscriptions subscriptions;
    private final Session session;

    Conversation(
            Tickets tickets,
            Revocations revocations,
            RateLimits limits,
            CommandDesk commands,
            Subscriptions subscriptions,
            Session session) {
        this.tickets = tickets;
        this.revocations = revocations;
        this.limits = limits;
        this.commands = commands;
        this.subscriptions = subscriptions;
        this.session = session;
    }

    Instant now() {
        return session.now();
    }

    void handle(LiveSocket socket, Request.Numbered numbered) {
        Grant grant = socket.grant();
        if (grant == null) {
            if (numbered.request() instanceof Request.Connect connect) {
                connect(socket, numbered.id(), connect);
            } else {
                socket.close(Farewells.because(CloseCode.BAD_REQUEST, "the first request must be connect"));
            }
            return;
        }
        if (numbered.request() instanceof Request.Connect) {
            socket.close(Farewells.because(CloseCode.BAD_REQUEST, "connected already"));
        } else if (passes(socket, grant, numbered)) {
            answer(socket, grant, numbered.id(), numbered.request());
        }
    }

    /** A request with a wrong field costs as much as a good one. */
    void refuse(LiveSocket socket, long id, Fault fault) {
        Grant grant = socket.grant();
        if (grant == null || isWithin(Kind.OTHER, socket, grant, id)) {
            socket.dialogue().fail(id, fault);
        }
    }

    /** The socket ends: nothing of it is left behind. */
    void leave(LiveSocket socket) {
        subscriptions.leaveAll(socket);
    }

    private boolean passes(LiveSocket socket, Grant grant, Request.Numbered numbered) {
        Kind kind =
                switch (numbered.request()) {
                    case Request.Subscribe subscribe -> Kind.SUBSCRIBE;
                    case Request.Resync resync -> Kind.SUBSCRIBE;
                    case Request.Refresh refresh -> Kind.REFRESH;
                    case Request.Command command -> null;
                    case Request.Unsubscribe unsubscribe -> Kind.OTHER;
                    case Request.Ping ping -> Kind.OTHER;
                    case Request.Connect connect -> Kind.OTHER;
                };
        return kind == null || isWithin(kind, socket, grant, numbered.id());
    }

    private boolean isWithin(Kind kind, LiveSocket socket, Grant grant, long id) {
        long wait = limits.take(grant.user(), grant.role(), kind);
        if (wait > 0) {
            socket.dialogue().fail(id, Fault.later(ErrorCode.RATE_LIMITED, "Too many requests.", wait));
        }
        return wait == 0;
    }

    private void answer(LiveSocket socket, Grant grant, long id, Request request) {
        switch (request) {
            case Request.Subscribe subscribe ->
                subscriptions.subscribe(
                        socket,
                        grant,
                        subscribe.channels(),
                        subscribe.positions(),
                        answers -> socket.dialogue().succeed(id, Result.subscribed(answers)),
                        fault -> socket.dialogue().fail(id, fault));
            case Request.Unsubscribe unsubscribe ->
                socket.dialogue()
                        .succeed(id, Result.unsubscribed(subscriptions.unsubscribe(socket, unsubscribe.channels())));
            case Request.Resync resync ->
                subscriptions.resync(
                        socket,
                        grant,
                        resync.channel(),
                        resync.position(),
                        answers -> socket.dialogue().succeed(id, Result.subscribed(answers)),
                        fault -> socket.dialogue().fail(id, fault));
            case Request.Command command -> command(socket, grant, id, command);
            case Request.Refresh refresh -> refresh(socket, grant, id, refresh.ticket());
            case Request.Ping ping -> socket.dialogue().succeed(id, Result.pong(now()));
            case Request.Connect connect -> throw new IllegalStateException("handled before");
        }
    }

    private void command(LiveSocket socket, Grant grant, long id, Request.Command command) {
        var unused = commands.take(grant, command.type(), command.body()).thenAccept(outcome -> {
            switch (outcome) {
                case CommandOutcome.Accepted accepted ->
                    socket.dialogue().succeed(id, Result.received(accepted.received()));
                case CommandOutcome.Refused refused ->
                    socket.run(() -> socket.dialogue().fail(id, refused.fault()));
            }
        });
    }

    private void connect(LiveSocket socket, long id, Request.Connect connect) {
        socket.dialogue().start();
        var unused = tickets.take(connect.ticket())
                .thenAccept(outcome -> socket.run(() -> {
                    if (!socket.isOpen()) {
                        return;
                    }
                    switch (outcome) {
                        case Tickets.Outcome.Taken taken -> greet(socket, id, connect, taken.grant());
                        case Tickets.Outcome.Refused refused -> {
                            socket.dialogue().fail(id, Fault.of(ErrorCode.UNAUTHENTICATED, "The ticket is not good."));
                            socket.close(Farewells.of(CloseCode.EXPIRED));
                        }
                        case Tickets.Outcome.Unavailable unavailable -> {
                            socket.dialogue().fail(id, Fault.of(ErrorCode.UNAVAILABLE, "Try again later."));
                            socket.close(Farewells.overload());
                        }
                    }
                }));
    }

    private void greet(LiveSocket socket, long id, Request.Connect connect, Grant grant) {
        if (!session.admits(grant)) {
            socket.close(Farewells.of(CloseCode.TOO_MANY));
            return;
        }
        socket.identify(grant);
        if (!revocations.holds(grant.family())) {
            socket.close(Farewells.of(CloseCode.SIGNED_OUT));
            return;
        }
        String name = session.newId();
        subscriptions.subscribe(
                socket,
                grant,
                connect.channels(),
                connect.positions(),
                answers -> {
                    socket.dialogue().succeed(id, Result.connected(connected(name, grant, answers)));
                    socket.run(socket.dialogue()::finish);
                },
                fault -> {
                    socket.dialogue().fail(id, fault);
                    boolean forbidden = fault.code() == ErrorCode.FORBIDDEN;
                    CloseCode code = forbidden ? CloseCode.FORBIDDEN : CloseCode.BAD_REQUEST;
                    socket.close(Farewells.because(code, fault.message()));
                });
    }

    private Connected connected(String name, Grant grant, Map<String, Subscribed> answers) {
        SocketSettings settings = session.settings();
        return new Connected(
                name,
                grant.user(),
                now(),
                grant.expiresAt(),
                settings.idle().toSeconds(),
                settings.heartbeat().toSeconds(),
                answers);
    }

    private void refresh(LiveSocket socket, Grant before, long id, String ticket) {
        socket.dialogue().start();
        var unused = tickets.take(ticket)
                .thenAccept(outcome -> socket.run(() -> {
                    if (!socket.isOpen()) {
                        return;
                    }
                    if (outcome instanceof Tickets.Outcome.Taken taken
                            && taken.grant().user().equals(before.user())) {
                        Grant grant = taken.grant();
                        socket.identify(grant);
                        subscriptions.dropWhatIsNotOwned(socket, grant);
                        socket.dialogue().succeed(id, Result.refreshed(grant.expiresAt()));
                    } else if (outcome instanceof Tickets.Outcome.Unavailable) {
                        socket.dialogue().fail(id, Fault.of(ErrorCode.UNAVAILABLE, "Try again later."));
                    } else {
                        socket.dialogue().fail(id, Fault.of(ErrorCode.UNAUTHENTICATED, "The ticket is not good."));
                    }
                    socket.dialogue().finish();
                }));
    }

    /** What a session needs besides its requests. */
    @Singleton
    static final class Session {
        private final Sockets sockets;
        private final Ids ids;

        Session(Sockets sockets, Ids ids) {
            this.sockets = sockets;
            this.ids = ids;
        }

        Instant now() {
            return sockets.clock().instant();
        }

        SocketSettings settings() {
            return sockets.settings();
        }

        boolean admits(Grant grant) {
            return sockets.admits(grant);
        }

        String newId() {
            return ids.next().toString();
        }
    }
}
