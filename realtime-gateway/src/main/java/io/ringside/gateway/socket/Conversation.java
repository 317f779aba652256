package io.ringside.gateway.socket;

import io.micronaut.context.annotation.Context;
import io.ringside.gateway.command.CommandDesk;
import io.ringside.gateway.command.CommandOutcome;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.limit.Kind;
import io.ringside.gateway.limit.RateLimits;
import io.ringside.gateway.presence.Attendance;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Pace;
import io.ringside.gateway.protocol.Request;
import io.ringside.gateway.protocol.Result;
import io.ringside.gateway.watch.Suspicion;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Answers the requests of sockets. Everything here runs on the event loop of the socket and blocks on nothing; it is
 * made at the start, with all that it needs, so that the first client waits for nothing.
 */
@Context
final class Conversation {
    private final Greeting greeting;
    private final RateLimits limits;
    private final CommandDesk commands;
    private final Subscriptions subscriptions;
    private final Attendance attendance;
    private final InstantSource clock;

    Conversation(
            Greeting greeting,
            RateLimits limits,
            CommandDesk commands,
            Subscriptions subscriptions,
            Attendance attendance,
            InstantSource clock) {
        this.greeting = greeting;
        this.limits = limits;
        this.commands = commands;
        this.subscriptions = subscriptions;
        this.attendance = attendance;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void handle(LiveSocket socket, Request.Numbered numbered) {
        Grant grant = socket.grant();
        if (grant == null) {
            if (numbered.request() instanceof Request.Connect connect) {
                greeting.connect(socket, numbered.id(), connect);
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
        Grant grant = socket.grant();
        if (grant != null) {
            attendance.left(grant.user(), socket);
        }
    }

    private boolean passes(LiveSocket socket, Grant grant, Request.Numbered numbered) {
        Kind kind =
                switch (numbered.request()) {
                    case Request.Subscribe subscribe -> Kind.SUBSCRIBE;
                    case Request.Resync resync -> Kind.SUBSCRIBE;
                    case Request.Refresh refresh -> Kind.REFRESH;
                    case Request.Command command -> null;
                    case Request.Unsubscribe unsubscribe -> Kind.OTHER;
                    case Request.Presence presence -> Kind.PRESENCE;
                    case Request.Paced paced -> Kind.OTHER;
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
            case Request.Refresh refresh -> greeting.refresh(socket, grant, id, refresh.ticket());
            case Request.Presence presence -> {
                attendance.quietFor(grant.user(), socket, presence.quiet());
                socket.dialogue().succeed(id, Result.noted(now()));
            }
            case Request.Paced paced -> {
                pace(socket, paced.pace());
                socket.dialogue().succeed(id, Result.paced(paced.pace()));
            }
            case Request.Ping ping -> socket.dialogue().succeed(id, Result.pong(now()));
            case Request.Connect connect -> throw new IllegalStateException("handled before");
        }
    }

    private static void pace(LiveSocket socket, Pace pace) {
        socket.outbound().pace(pace.updatesPerSecond(), pace.bytesPerSecond());
    }

    private void command(LiveSocket socket, Grant grant, long id, Request.Command command) {
        var unused = commands.take(grant, command.type(), command.body()).thenAccept(outcome -> {
            switch (outcome) {
                case CommandOutcome.Accepted accepted ->
                    socket.dialogue().succeed(id, Result.received(accepted.received()));
                case CommandOutcome.Refused refused ->
                    socket.run(() -> {
                        if (refused.fault().code() == ErrorCode.FORBIDDEN) {
                            socket.suspect(Suspicion.FOREIGN_ACCOUNT);
                        }
                        socket.dialogue().fail(id, refused.fault());
                    });
            }
        });
    }
}
