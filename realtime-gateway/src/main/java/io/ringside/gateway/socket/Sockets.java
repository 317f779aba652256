package io.ringside.gateway.socket;

import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.watch.Suspicion;
import io.ringside.gateway.watch.Suspicions;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All sockets of this node: how many, whose, and which end with a sign-in. */
@Singleton
final class Sockets {
    private final SocketSettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final Suspicions suspicions;
    private final SocketMeter meter;
    private final Set<LiveSocket> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perUser = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> greeting = new ConcurrentHashMap<>();
    private volatile boolean leaving;
    private volatile boolean draining;
    private long second;
    private int handshakes;

    Sockets(
            SocketSettings settings,
            InstantSource clock,
            Ids ids,
            Revocations revocations,
            Suspicions suspicions,
            SocketMeter meter) {
        this.suspicions = suspicions;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.meter = meter;
        revocations.listen(this::revoked);
        revocations.whenUnknown(this::closeAll);
        meter.watch(all::size, this::queuedBytes, () -> draining ? all.size() : 0);
        meter.watch(this::carriedBy);
    }

    SocketSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    /** The name of one more socket. */
    String nextId() {
        return ids.next().toString();
    }

    /** Those that are here now. */
    Set<LiveSocket> all() {
        return Collections.unmodifiableSet(all);
    }

    /** What a client does that an honest one does not. */
    void suspect(LiveSocket socket, Suspicion kind) {
        Grant grant = socket.grant();
        suspect(socket, kind, grant == null ? null : grant.user());
    }

    /** What somebody does that concerns this user. */
    void suspect(LiveSocket socket, Suspicion kind, @Nullable String user) {
        suspicions.note(kind, socket.address(), user, socket.id());
    }

    /** Something came that nobody can read. */
    void malformed(LiveSocket socket) {
        Grant grant = socket.grant();
        suspicions.malformed(socket.address(), grant == null ? null : grant.user(), socket.id());
    }

    /** Counts what becomes of them. */
    SocketMeter meter() {
        return meter;
    }

    /** Why no more handshake is taken now, if none is. */
    synchronized Optional<HandshakeRefusal> refusesHandshake(InetAddress address) {
        long now = clock.millis() / 1_000;
        if (now != second) {
            second = now;
            handshakes = 0;
        }
        if (draining) {
            return Optional.of(HandshakeRefusal.DRAINING);
        }
        if (greeting.getOrDefault(address, 0) >= settings.greetingPerAddress()) {
            return Optional.of(HandshakeRefusal.ADDRESS);
        }
        boolean tooMany = ++handshakes > settings.handshakesPerSecond();
        return tooMany ? Optional.of(HandshakeRefusal.RATE) : Optional.empty();
    }

    void opened(LiveSocket socket) {
        all.add(socket);
        int unconnected = greeting.merge(socket.address(), 1, Integer::sum);
        if (draining) {
            socket.close(Farewells.drain());
        } else if (unconnected > settings.greetingPerAddress()) {
            // Handshakes at the same time were all admitted before any of their sockets was there.
            socket.close(Farewells.overload());
        }
    }

    /** The socket has said who it is, or is gone without. */
    void greeted(LiveSocket socket) {
        greeting.computeIfPresent(socket.address(), (address, count) -> count == 1 ? null : count - 1);
    }

    /** Whether the user may have one more socket here; if so it is counted. */
    boolean admits(Grant grant, @Nullable String client) {
        boolean[] admitted = new boolean[1];
        perUser.compute(grant.user(), (user, count) -> {
            int present = count == null ? 0 : count;
            admitted[0] = present < settings.perUser();
            Integer next = admitted[0] ? Integer.valueOf(present + 1) : count;
            return next;
        });
        if (admitted[0]) {
            meter.came(client);
        }
        return admitted[0];
    }

    void gone(LiveSocket socket, @Nullable Grant grant) {
        if (all.remove(socket) && grant != null) {
            perUser.computeIfPresent(grant.user(), (user, count) -> count == 1 ? null : count - 1);
            meter.left(socket.client());
        }
    }

    /** This node is about to stop: nobody should be sent here. */
    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Takes no more sockets, and gives those that are here. */
    List<LiveSocket> drain() {
        draining = true;
        return List.copyOf(all);
    }

    int size() {
        return all.size();
    }

    /** A sign-in was revoked: all that came from it ends, here and now. */
    private void revoked(UUID family) {
        for (LiveSocket socket : all) {
            Grant grant = socket.grant();
            if (grant != null && grant.family().equals(family)) {
                socket.close(Farewells.of(CloseCode.SIGNED_OUT));
            }
        }
    }

    /** Whoever was signed out may still be here: they may come back to where that is known. */
    private void closeAll() {
        for (LiveSocket socket : all) {
            if (socket.grant() != null) {
                socket.close(Farewells.overload());
            }
        }
    }

    private long carriedBy(TransportName transport) {
        return all.stream()
                .filter(socket -> socket.transportName() == transport)
                .count();
    }

    private long queuedBytes() {
        return all.stream()
                .mapToLong(socket -> socket.outbound().waitingBytes())
                .sum();
    }
}
