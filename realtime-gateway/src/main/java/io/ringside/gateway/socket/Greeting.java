package io.ringside.gateway.socket;

import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.identity.Tickets;
import io.ringside.gateway.presence.Attendance;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.Connected;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Pace;
import io.ringside.gateway.protocol.Request;
import io.ringside.gateway.protocol.Result;
import io.ringside.gateway.protocol.Subscribed;
import io.ringside.gateway.watch.Suspicion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The beginning of a socket's session, and its extension: both take a ticket. */
@Singleton
final class Greeting {
    private final Tickets tickets;
    private final Revocations revocations;
    private final Subscriptions subscriptions;
    private final Sockets sockets;
    private final Attendance attendance;

    Greeting(
            Tickets tickets,
            Revocations revocations,
            Subscriptions subscriptions,
            Sockets sockets,
            Attendance attendance) {
        this.tickets = tickets;
        this.revocations = revocations;
        this.subscriptions = subscriptions;
        this.sockets = sockets;
        this.attendance = attendance;
    }

    /** Lets a socket in, if its ticket is good. */
    void connect(LiveSocket socket, long id, Request.Connect connect) {
        socket.introduce(connect.client());
        socket.dialogue().start();
        var unused = tickets.take(connect.ticket())
                .thenAccept(outcome -> socket.run(() -> {
                    if (!socket.isOpen()) {
                        return;
                    }
                    switch (outcome) {
                        case Tickets.Outcome.Taken taken -> greet(socket, id, connect, taken.grant());
                        case Tickets.Outcome.Refused refused -> {
                            suspect(socket, refused);
                            arrived(connect, Arrival.TICKET);
                            socket.dialogue().fail(id, Fault.of(ErrorCode.UNAUTHENTICATED, "The ticket is not good."));
                            socket.close(Farewells.of(CloseCode.EXPIRED));
                        }
                        case Tickets.Outcome.Unavailable unavailable -> {
                            arrived(connect, Arrival.UNAVAILABLE);
                            socket.dialogue().fail(id, Fault.of(ErrorCode.UNAVAILABLE, "Try again later."));
                            socket.close(Farewells.overload());
                        }
                    }
                }));
    }

    private void greet(LiveSocket socket, long id, Request.Connect connect, Grant grant) {
        if (!sockets.admits(grant, socket.client())) {
            arrived(connect, Arrival.TOO_MANY);
            socket.close(Farewells.of(CloseCode.TOO_MANY));
            return;
        }
        if (!begins(socket, grant)) {
            arrived(connect, Arrival.SIGNED_OUT);
            return;
        }
        attendance.arrived(grant.user(), socket);
        Pace pace = connect.pace() == null ? Pace.FREE : connect.pace();
        socket.outbound().pace(pace.updatesPerSecond(), pace.bytesPerSecond());
        subscriptions.subscribe(
                socket,
                grant,
                connect.channels(),
                connect.positions(),
                answers -> {
                    arrived(connect, Arrival.IN);
                    socket.dialogue().succeed(id, Result.connected(connected(socket.id(), grant, answers)));
                },
                fault -> {
                    arrived(connect, Arrival.CHANNELS);
                    socket.dialogue().fail(id, fault);
                    boolean forbidden = fault.code() == ErrorCode.FORBIDDEN;
                    CloseCode code = forbidden ? CloseCode.FORBIDDEN : CloseCode.BAD_REQUEST;
                    socket.close(Farewells.because(code, fault.message()));
                });
    }

    /** Who has a position was here before. */
    private void arrived(Request.Connect connect, Arrival how) {
        sockets.meter().arrived(!connect.positions().isEmpty(), how);
    }

    /** That a ticket is late, or its sign-in over, is no sign of anything. */
    private void suspect(LiveSocket socket, Tickets.Outcome.Refused refused) {
        switch (refused.fault()) {
            case FORGED -> sockets.suspect(socket, Suspicion.BAD_TICKET, null);
            case USED -> sockets.suspect(socket, Suspicion.REUSED_TICKET, refused.user());
            case EXPIRED, REVOKED -> {}
        }
    }

    /** A revocation that came while the ticket was taken found a socket that was not of its sign-in yet. */
    private boolean begins(LiveSocket socket, Grant grant) {
        socket.identify(grant);
        boolean holds = revocations.holds(grant.family());
        if (!holds) {
            socket.close(revocations.known() ? Farewells.of(CloseCode.SIGNED_OUT) : Farewells.overload());
        }
        return holds;
    }

    private Connected connected(String name, Grant grant, Map<String, Subscribed> answers) {
        SocketSettings settings = sockets.settings();
        return new Connected(
                Connected.VERSION,
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
                        if (!begins(socket, grant)) {
                            return;
                        }
                        List<String> ended = subscriptions.dropWhatIsNotOwned(socket, grant);
                        socket.dialogue().succeed(id, Result.refreshed(grant.expiresAt(), ended));
                    } else if (outcome instanceof Tickets.Outcome.Unavailable) {
                        socket.dialogue().fail(id, Fault.of(ErrorCode.UNAVAILABLE, "Try again later."));
                    } else {
                        if (outcome instanceof Tickets.Outcome.Refused refused) {
                            suspect(socket, refused);
                        }
                        socket.dialogue().fail(id, Fault.of(ErrorCode.UNAUTHENTICATED, "The ticket is not good."));
                    }
                    socket.dialogue().finish();
                }));
    }
}
