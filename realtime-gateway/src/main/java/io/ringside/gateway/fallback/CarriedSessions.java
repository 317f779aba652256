package io.ringside.gateway.fallback;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import io.ringside.gateway.fleet.NodeRoster;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.socket.Entrance;
import io.ringside.gateway.socket.LiveSocket;
import io.ringside.gateway.wiring.Secrets;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;

/** The sessions of this node that HTTP carries, each under the key that its client holds. */
@Singleton
final class CarriedSessions {
    private final Entrance entrance;
    private final Secrets secrets;
    private final String node;
    private final Map<SessionKey, Carried> here = new ConcurrentHashMap<>();

    CarriedSessions(Entrance entrance, Secrets secrets, NodeRoster roster) {
        this.entrance = entrance;
        this.secrets = secrets;
        node = roster.self().life();
    }

    /** A session whose client reads the events of a response. */
    record Streamed(SessionKey key, Publisher<ByteBuf> events) {}

    /** A session whose client polls, and what its first poll is answered with. */
    record Polled(SessionKey key, CompletableFuture<Optional<Batch>> first) {}

    /** What a client that polls brings in: what it posts, and its polls. */
    private record WayIn(Posts posts, Batches batches) implements Inbound {
        @Override
        public void stopListening() {
            posts.stopListening();
        }

        @Override
        public void tick() {
            posts.tick();
            batches.tick();
        }
    }

    /**
     * Begins a session on the connection of a request, with these first messages. On the connection's event loop.
     *
     * @param bytes of all of the messages as they came
     */
    Streamed stream(InetAddress address, Channel channel, int bytes, List<byte[]> messages) {
        EventStream stream = new EventStream(channel);
        LiveSocket session = entrance.enter(address, channel.eventLoop(), loop -> stream);
        Posts posts = new Posts(session, entrance.clock());
        SessionKey key = keep(new Carried(channel.eventLoop(), session, posts, null));
        channel.closeFuture().addListener(closed -> here.remove(key));
        stream.serve(session);
        session.open(posts);
        var unused = posts.take(bytes, messages);
        return new Streamed(key, stream);
    }

    /**
     * Begins a session whose client polls, with these first messages; where there are none, the first poll does not
     * wait. On the event loop.
     *
     * @param bytes of all of the messages as they came
     */
    Polled poll(InetAddress address, EventExecutor executor, int bytes, List<byte[]> messages) {
        Batches[] made = new Batches[1];
        LiveSocket session = entrance.enter(address, executor, loop -> made[0] = new Batches(loop, entrance.clock()));
        Batches batches = made[0];
        Posts posts = new Posts(session, entrance.clock());
        SessionKey key = keep(new Carried(executor, session, posts, batches));
        batches.serve(session, () -> here.remove(key));
        session.open(new WayIn(posts, batches));
        CompletableFuture<Optional<Batch>> first = messages.isEmpty()
                ? CompletableFuture.completedFuture(Optional.of(Batch.nothingAfter(0)))
                : batches.poll(0);
        var unused = posts.take(bytes, messages);
        return new Polled(key, first);
    }

    /** The session of this key, if it is here. */
    Optional<Carried> find(SessionKey key) {
        return Optional.ofNullable(here.get(key));
    }

    private SessionKey keep(Carried carried) {
        SessionKey key = new SessionKey(node, secrets.next());
        here.put(key, carried);
        return key;
    }
}
