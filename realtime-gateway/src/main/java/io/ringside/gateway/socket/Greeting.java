package io.ringside.gateway.socket;

import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.identity.Tickets;
import io.ringside.gateway.presence.Attendance;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.Connected;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Request;
import io.ringside.gateway.protocol.Result;
import io.ringside.gateway.protocol.Subscribed;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.util.Map;

/** The beginning of a socket's session, and its extension: both take a ticket. */
@Singleton
final class Greeting {
    private final Tickets tickets;
    private final Revocations revocations;
    private final Subscriptions subscriptions;
    private final Sockets sockets;
    private final Attendance attendance;
    private final Ids ids;

    Greeting(
            Tickets tickets,
            Revocations revocations,
            Subscriptions subscriptions,
            Sockets sockets,
            Attendance attendance,
            Ids ids) {
        this.tickets = tickets;
        this.revocations = revocations;
        this.subscriptions = subscriptions;
        this.sockets = sockets;
        this.attendance = attendance;
        this.ids = ids;
    }

    /** Lets a socket in, if its ticket is good. */
    void connect(LiveSocket socket, long id, Request.Connect connect) {
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
        if (!sockets.admits(grant)) {
            socket.close(Farewells.of(CloseCode.TOO_MANY));
            return;
        }
        socket.identify(grant);
        if (!revocations.holds(grant.family())) {
            socket.close(Farewells.of(CloseCode.SIGNED_OUT));
            return;
        }
        attendance.arrived(grant.user(), socket);
        String name = ids.next().toString();
        subscriptions.subscribe(
                socket,
                grant,
                connect.channels(),
                connect.positions(),
                answers -> socket.dialogue().succeed(id, Result.connected(connected(name, grant, answers))),
                fault -> {
                    socket.dialogue().fail(id, fault);
                    boolean forbidden = fault.code() == ErrorCode.FORBIDDEN;
                    CloseCode code = forbidden ? CloseCode.FORBIDDEN : CloseCode.BAD_REQUEST;
                    socket.close(Farewells.because(code, fault.message()));
                });
    }

    private Connected connected(String name, Grant grant, Map<String, Subscribed> answers) {
        SocketSettings settings = sockets.settings();
        return new Connected(
                name,
                settings.node(),
                grant.user(),
                sockets.clock().instant(),
                grant.expiresAt(),
                settings.idle().toSeconds(),
                settings.heartbeat().toSeconds(),
                answers);
    }

    /** Extends a socket's session with a fresh ticket of the same user. */
    void refresh(LiveSocket socket, Grant before, long id, String ticket) {
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
}
