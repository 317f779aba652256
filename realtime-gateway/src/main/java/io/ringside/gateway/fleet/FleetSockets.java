package io.ringside.gateway.fleet;

import io.micronaut.context.annotation.Context;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Wire;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.socket.SocketDirectory;
import io.ringside.gateway.socket.SocketView;
import io.ringside.gateway.socket.SocketWish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The sockets of all gateways. */
@Context
public final class FleetSockets {
    /** Sockets in one answer: what a message of NATS holds. */
    public static final int SOCKETS_MAX = 201;

    private static final String FIND = "sockets";
    private static final String CLOSE = "close-socket";
    private static final String REACHED = "reached-users";
    private static final int ANSWER_BYTES_MAX = 1024 * 1024;

    private final SocketDirectory here;
    private final NodeCalls calls;
    private final String node;

    FleetSockets(SocketDirectory here, NodeCalls calls, NodeRoster roster) {
        this.here = here;
        this.calls = calls;
        node = roster.self().name();
        calls.answer(FIND, this::find);
        calls.answer(CLOSE, this::close);
        calls.answer(REACHED, this::reached);
    }

    /** A socket and the gateway that holds it. */
    public record Placed(String node, SocketView socket) {}

    /**
     * Sockets of all gateways that answered, by name.
     *
     * @param silent the gateways that did not answer
     */
    public record Found(List<Placed> sockets, List<String> silent) {}

    /**
     * What became of a wish to close one.
     *
     * @param closed whether one of them had it
     */
    public record Closed(boolean closed, List<String> silent) {}

    /** What one gateway answers. */
    @Serdeable
    public record Sockets(List<SocketView> sockets) {}

    /** Users, of whom somebody asks something. */
    @Serdeable
    public record Users(String channel, List<String> users) {}

    /**
     * Users that are reached.
     *
     * @param silent the gateways that did not answer
     */
    public record Reached(Set<String> users, List<String> silent) {}

    /** Which one is to be closed, and what its client is told. */
    @Serdeable
    public record Closing(String id, CloseCode code, String reason) {}

    /** Whether it was here. */
    @Serdeable
    public record Done(boolean closed) {}

    /** Those that somebody asks for. Blocks. */
    public Found find(SocketWish wish) {
        NodeCalls.Answers answers = calls.ask(FIND, Wire.encode(wish));
        List<Placed> found = new ArrayList<>();
        List<String> silent = new ArrayList<>(answers.silent());
        for (NodeCalls.Answer answer : answers.given()) {
            try {
                Wire.decode(answer.body(), Sockets.class, ANSWER_BYTES_MAX)
                        .sockets()
                        .forEach(view -> found.add(new Placed(answer.node(), view)));
            } catch (Wire.UndecodableException e) {
                // Another version of this gateway: as good as no answer.
                silent.add(answer.node());
            }
        }
        found.sort(Comparator.comparing(placed -> placed.socket().id()));
        return new Found(found.subList(0, Math.min(found.size(), wish.most())), silent);
    }

    /** Closes one, wherever it is. Blocks. */
    public Closed close(String id, CloseCode code, String reason) {
        NodeCalls.Answers answers = calls.ask(CLOSE, Wire.encode(new Closing(id, code, reason)));
        boolean closed = answers.given().stream().anyMatch(answer -> isDone(answer.body()));
        return new Closed(closed, answers.silent());
    }

    /** Those of these users who have a socket on this channel for which nothing waits. Blocks. */
    public Reached reached(String channel, List<String> users) {
        NodeCalls.Answers answers = calls.ask(REACHED, Wire.encode(new Users(channel, users)));
        Set<String> reached = new HashSet<>();
        List<String> silent = new ArrayList<>(answers.silent());
        for (NodeCalls.Answer answer : answers.given()) {
            try {
                reached.addAll(Wire.decode(answer.body(), Users.class).users());
            } catch (Wire.UndecodableException e) {
                silent.add(answer.node());
            }
        }
        return new Reached(reached, silent);
    }

    private static boolean isDone(byte[] answer) {
        try {
            return Wire.decode(answer, Done.class).closed();
        } catch (Wire.UndecodableException e) {
            return false;
        }
    }

    private CompletableFuture<byte[]> find(byte[] question) throws Wire.UndecodableException {
        SocketWish wish = Wire.decode(question, SocketWish.class);
        boolean elsewhere = wish.node() != null && !wish.node().equals(node);
        CompletableFuture<List<SocketView>> found =
                elsewhere ? CompletableFuture.completedFuture(List.of()) : here.find(wish);
        return found.thenApply(sockets -> Wire.encode(new Sockets(sockets)));
    }

    private CompletableFuture<byte[]> reached(byte[] question) throws Wire.UndecodableException {
        Users asked = Wire.decode(question, Users.class);
        return here.find(SocketWish.on(asked.channel(), asked.users()))
                .thenApply(found -> found.stream()
                        .filter(view -> view.queuedBytes() == 0)
                        .map(SocketView::user)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .thenApply(users -> Wire.encode(new Users(asked.channel(), users)));
    }

    private CompletableFuture<byte[]> close(byte[] question) throws Wire.UndecodableException {
        Closing closing = Wire.decode(question, Closing.class);
        boolean closed = here.close(closing.id(), closing.code(), closing.reason());
        return CompletableFuture.completedFuture(Wire.encode(new Done(closed)));
    }
}
