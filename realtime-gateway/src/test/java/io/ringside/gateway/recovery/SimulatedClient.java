package io.ringside.gateway.recovery;

import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.personal.Personal;
import io.ringside.gateway.personal.SimulatedServer;
import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.socket.SimulatedSocket;
import io.ringside.testkit.HandMovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client of simulated nodes: comes, goes, reads slowly or not at all, and looks at every answer. */
final class SimulatedClient {
    private final String user;
    private final SimulatedServer server;
    private final Random random;
    private final HandMovedClock clock;
    private final Branches branches;
    private final Map<Personal, ModelPlace> places = new LinkedHashMap<>();
    private final Set<Personal> subscribed = EnumSet.noneOf(Personal.class);
    private final Set<Personal> purged = EnumSet.noneOf(Personal.class);
    private final ModelClient model;
    private @Nullable SimulatedSocket socket;
    private @Nullable Node node;
    private Instant notBefore;

    /** What takes its sockets. */
    interface Node {
        SimulatedSocket open(String user);
    }

    SimulatedClient(String user, SimulatedServer server, Random random, HandMovedClock clock, Branches branches) {
        this.user = user;
        this.server = server;
        this.random = random;
        this.clock = clock;
        this.branches = branches;
        notBefore = clock.instant();
        for (Personal kind : Personal.values()) {
            places.put(kind, new ModelPlace(kind.wire(), new Knows(kind), branches));
        }
        model = new ModelClient(
                places.values(), push -> push.get("data").get("n").getIntValue(), branches);
    }

    /** What the simulated server can say of one channel. */
    private final class Knows implements ModelPlace.Witness {
        private final Personal kind;

        Knows(Personal kind) {
            this.kind = kind;
        }

        @Override
        public int published() {
            return server.published(kind, user);
        }

        @Override
        public int retained() {
            return server.shape().retained();
        }

        @Override
        public int bytes() {
            return server.shape().bodyBytes();
        }

        @Override
        public boolean isOf(int number, String epoch) {
            return server.epochOf(kind, user, number).equals(epoch);
        }

        @Override
        public void unproven(String channel, Position stood, String what) {
            List<Long> kept = server.kept(kind, user);
            boolean fromTheStart =
                    stood.sequence() == 0 && kept.size() < retained() && !server.beginsSettled(kind, user);
            boolean proven = stood.epoch().equals(server.epoch(kind))
                    && !purged.contains(kind)
                    && (kept.contains(stood.sequence()) || fromTheStart);
            if (proven) {
                throw new AssertionError("a gap that is none on " + channel + " at " + stood + ": " + what);
            }
        }
    }

    String user() {
        return user;
    }

    boolean isConnected() {
        return socket != null;
    }

    boolean isOn(Node other) {
        return node == other;
    }

    /** Whether a position before the first message of all would hide what a purge takes away. */
    boolean standsAtTheStart(Personal kind) {
        Position position = place(kind).position();
        return position != null && position.sequence() == 0;
    }

    void sawPurge(Personal kind) {
        purged.add(kind);
    }

    /** Comes to a node, if it may by now. */
    void connect(Node to) {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        if (node != null && node != to) {
            branches.took(Branch.NODE_CHANGED);
        }
        node = to;
        SimulatedSocket opened = to.open(user);
        socket = opened;
        subscribed.clear();
        model.attach(opened::send);
        subscribe();
    }

    /** Subscribes to what it is not subscribed to. */
    void subscribe() {
        List<Personal> missing = Arrays.stream(Personal.values())
                .filter(kind -> !subscribed.contains(kind))
                .toList();
        List<Personal> wanted =
                missing.size() == 2 && random.nextInt(3) == 0 ? List.of(missing.get(random.nextInt(2))) : missing;
        if (socket != null && !wanted.isEmpty()) {
            subscribed.addAll(wanted);
            model.subscribe(wanted.stream().map(this::place).toList());
        }
    }

    void unsubscribe() {
        if (socket != null && model.isAtRest() && !subscribed.isEmpty()) {
            Personal kind = subscribed.iterator().next();
            subscribed.remove(kind);
            model.unsubscribe(place(kind));
        }
    }

    void reads(boolean does) {
        if (socket != null) {
            socket.reads(does);
        }
    }

    /** Its connection breaks. */
    void drop() {
        if (socket != null) {
            socket.drop();
            socket = null;
        }
    }

    boolean hasArrived() {
        return socket != null && socket.hasArrived();
    }

    /** Takes in one write of the server. */
    void read() {
        SimulatedSocket from = socket;
        if (from == null) {
            return;
        }
        for (byte[] text : from.arrived()) {
            model.heard(GatewayUnderTest.json(new String(text, StandardCharsets.UTF_8)));
        }
        long wait = model.retryAfterMs();
        if (wait > 0) {
            notBefore = clock.instant().plusMillis(wait);
        }
        if (model.farewell() != null) {
            drop();
        }
    }

    /** Asks again what was refused for a while, once that is over. */
    void goOn() {
        if (socket != null && !clock.instant().isBefore(notBefore)) {
            model.askAgain();
        }
    }

    boolean isAtRest() {
        return socket != null && subscribed.size() == places.size() && model.isAtRest();
    }

    /** Nothing is missing, and the position is the stream's end. */
    void checkComplete() {
        places.forEach((kind, place) -> {
            List<Long> kept = server.kept(kind, user);
            place.checkComplete(!kept.isEmpty());
            Position position = place.position();
            if (position == null
                    || !position.epoch().equals(server.epoch(kind))
                    || (!kept.isEmpty() && position.sequence() != kept.getLast())) {
                throw new AssertionError(place + " but the stream ends at " + kept);
            }
        });
    }

    private ModelPlace place(Personal kind) {
        ModelPlace place = places.get(kind);
        if (place == null) {
            throw new IllegalStateException("no place on " + kind);
        }
        return place;
    }
}
