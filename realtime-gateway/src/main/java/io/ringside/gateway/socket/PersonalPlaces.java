package io.ringside.gateway.socket;

import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.personal.Follower;
import io.ringside.gateway.personal.Personal;
import io.ringside.gateway.personal.PersonalChannels;
import io.ringside.gateway.personal.ReplayMeter;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The places of sockets on their users' personal channels. Runs on the event loop of the socket. */
@Singleton
final class PersonalPlaces {
    private final PersonalChannels channels;
    private final ReplayMeter meter;

    PersonalPlaces(PersonalChannels channels, ReplayMeter meter) {
        this.channels = channels;
        this.meter = meter;
    }

    /**
     * Takes a place on each of these. No push of any of them is queued before all have answered, because they have one
     * answer together. Until then none of the places may be given up, unless the socket ends.
     *
     * @param answered called before the first push, on any thread
     */
    void take(
            LiveSocket socket,
            Grant grant,
            Set<Personal> kinds,
            Map<String, Position> positions,
            Consumer<Map<String, Subscribed>> answered) {
        long asked = System.nanoTime();
        boolean resumes = kinds.stream().anyMatch(kind -> positions.containsKey(kind.wire()));
        Answers answers = new Answers(socket, kinds.size(), all -> {
            if (resumes) {
                meter.resumed(Duration.ofNanos(System.nanoTime() - asked));
            }
            answered.accept(all);
        });
        for (Personal kind : kinds) {
            leave(socket, kind);
            Follower follower = new Follower(
                    socket.outbound(),
                    positions.get(kind.wire()),
                    (how, start) -> answers.add(kind, how, start),
                    trouble -> socket.close(
                            trouble == Follower.Trouble.RESYNC
                                    ? Farewells.of(CloseCode.RESYNC)
                                    : Farewells.overload()));
            socket.memberships().personal().put(kind, follower);
            channels.follow(kind, grant.user(), follower);
        }
    }

    /** Gives the place up; whether there was one. */
    boolean leave(LiveSocket socket, Personal kind) {
        Grant grant = socket.grant();
        Follower follower =
                grant == null ? null : socket.memberships().personal().remove(kind);
        if (follower == null || grant == null) {
            return false;
        }
        channels.leave(kind, grant.user(), follower);
        return true;
    }

    void leaveAll(LiveSocket socket) {
        for (Personal kind : Personal.values()) {
            leave(socket, kind);
        }
    }

    /** What channels answer, until the last one has. Each answers on a thread of its own, holding its own lock. */
    private static final class Answers {
        private final LiveSocket socket;
        private final int awaited;
        private final Consumer<Map<String, Subscribed>> answered;
        private final Map<String, Subscribed> all = new LinkedHashMap<>();
        private final List<Runnable> starts = new ArrayList<>();

        Answers(LiveSocket socket, int awaited, Consumer<Map<String, Subscribed>> answered) {
            this.socket = socket;
            this.awaited = awaited;
            this.answered = answered;
        }

        synchronized void add(Personal kind, Subscribed how, Runnable start) {
            all.put(kind.wire(), how);
            starts.add(start);
            if (all.size() == awaited) {
                answered.accept(all);
                // Not here: a start takes the lock of its channel, and here another channel's may be held.
                socket.run(() -> starts.forEach(Runnable::run));
            }
        }
    }
}
