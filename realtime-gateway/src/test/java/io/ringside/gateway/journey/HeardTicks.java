package io.ringside.gateway.journey;

import io.nats.client.Connection;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.presence.PresenceTick;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.SubjectRecorder;
import java.util.List;
import java.util.function.Predicate;

/** What gateways tell of who is there. */
public final class HeardTicks implements AutoCloseable {
    private final SubjectRecorder recorder;

    private HeardTicks(SubjectRecorder recorder) {
        this.recorder = recorder;
    }

    /** From now on, on this server. */
    public static HeardTicks on(Connection nats) {
        return new HeardTicks(SubjectRecorder.on(nats, Subjects.ALL_PRESENCE_TICKS));
    }

    /** For how long this user has been quiet, ms; -1 where the tick says nothing of him. */
    public static long quietMs(PresenceTick tick, String user) {
        return tick.here().stream()
                .filter(here -> here.user().equals(user))
                .mapToLong(PresenceTick.Here::quietMs)
                .findFirst()
                .orElse(-1);
    }

    public List<PresenceTick> all() {
        return recorder.heard().stream()
                .map(message -> OwnServers.decoded(message.getData(), PresenceTick.class))
                .toList();
    }

    /** Until there was one that fits. */
    public void await(Predicate<PresenceTick> fits) {
        recorder.awaitMatching(
                message -> fits.test(OwnServers.decoded(message.getData(), PresenceTick.class)), Eventually.DEADLINE);
    }

    /** Forgets what was heard. */
    void clear() {
        recorder.clear();
    }

    @Override
    public void close() {
        recorder.close();
    }
}
