package io.ringside.gateway.personal;

import io.micrometer.core.instrument.MeterRegistry;
import io.ringside.gateway.recovery.Branch;
import io.ringside.gateway.recovery.Branches;
import io.ringside.gateway.recovery.Turns;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One node's way to a simulated server: what it hears comes late, and in an outage not at all, or twice. */
public final class SimulatedNode implements NoticeStreams, Work {
    private static final Duration STALL = Duration.ofSeconds(20);

    private final SimulatedServer server;
    private final Random random;
    private final Turns turns;
    private final Branches branches;
    private final Turns.Lane wire;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> heard = new HashSet<>();
    private final Map<String, Integer> reading = new HashMap<>();
    private final List<Runnable> delivered = new ArrayList<>();
    private @Nullable Listener listener;
    private boolean connected = true;
    private boolean stalled;
    private boolean dead;

    SimulatedNode(SimulatedServer server, Random random, Turns turns, Branches branches) {
        this.server = server;
        this.random = random;
        this.turns = turns;
        this.branches = branches;
        wire = turns.lane();
    }

    /** The real thing on top of it. */
    public PersonalChannels channels(MeterRegistry meters) {
        return new PersonalChannels(this, new NoticeReader(this, this), this, new ReplayMeter(meters));
    }

    public boolean isConnected() {
        return connected;
    }

    /** Whether it wants what is stored of this user. */
    public boolean hears(Personal kind, String user) {
        return asked.contains(kind.live(user));
    }

    /** The connection to the server breaks; of what was on its way some arrives. */
    public void loseConnection() {
        branches.took(Branch.OUTAGE);
        connected = false;
        heard.clear();
        wire.forget(random);
    }

    /** It is there again. What arrived last may arrive once more. */
    public void reconnect() {
        connected = true;
        heard.addAll(asked);
        if (random.nextBoolean() && !delivered.isEmpty()) {
            branches.took(Branch.DOUBLED);
            delivered.forEach(wire::execute);
        }
        turns.start(() -> listening().there());
    }

    /** Dies with everything that it knew. */
    public void die() {
        dead = true;
        connected = false;
        turns.close(wire);
    }

    /** The server has stored one more. */
    void republish(String live, Notice notice, long previous) {
        if (dead || !asked.contains(live)) {
            return;
        }
        if (!heard.contains(live)) {
            branches.took(Branch.LOST_ON_THE_WAY);
            return;
        }
        Runnable delivery = () -> deliver(live, notice, previous);
        if (!connected) {
            branches.took(Branch.LOST_ON_THE_WAY);
        } else if (random.nextInt(30) == 0) {
            branches.took(Branch.LATE);
            turns.startAfter(Duration.ofMillis(random.nextInt(20)), () -> wire.execute(delivery));
        } else {
            wire.execute(delivery);
        }
    }

    boolean isReading(String live) {
        return reading.containsKey(live);
    }

    /** The server has dropped the oldest message. */
    void evicted(String live) {
        if (reading.containsKey(live)) {
            branches.took(Branch.EVICTED_WHILE_READ);
        }
    }

    private void deliver(String live, Notice notice, long previous) {
        if (dead) {
            return;
        }
        Integer waiting = reading.computeIfPresent(live, (name, count) -> count + 1);
        if (waiting != null) {
            branches.took(waiting > Waiting.NOTICES_MAX ? Branch.READ_AGAIN : Branch.MERGED);
        }
        delivered.add(() -> deliver(live, notice, previous));
        if (delivered.size() > 3) {
            delivered.removeFirst();
        }
        listening().stored(live, notice, previous);
    }

    @Override
    public void listen(Listener listening) {
        listener = listening;
    }

    @Override
    public Identity identity(Personal kind) throws IOException {
        reach();
        return server.identity(kind);
    }

    @Override
    public Batch batch(Personal kind, String user, long from) throws IOException {
        String live = kind.live(user);
        reading.putIfAbsent(live, 0);
        try {
            Batch batch = read(kind, user, from);
            if (batch.last()) {
                reading.remove(live);
            }
            return batch;
        } catch (IOException e) {
            reading.remove(live);
            branches.took(Branch.READ_FAILED);
            throw e;
        }
    }

    /** Each message as it is when its turn comes: a batch is no snapshot. */
    private Batch read(Personal kind, String user, long from) throws IOException {
        reach();
        SimulatedServer.Stream stream = server.stream(kind);
        List<Notice> notices = new ArrayList<>();
        Optional<Notice> next = next(stream, user, from);
        while (next.isPresent() && notices.size() < server.shape().batch()) {
            notices.add(next.get());
            reach();
            next = next(stream, user, next.get().sequence() + 1);
        }
        reach();
        if (stream != server.stream(kind)) {
            throw new IOException("the stream went away");
        }
        return new Batch(notices, notices.size() < server.shape().batch());
    }

    private static Optional<Notice> next(SimulatedServer.Stream stream, String user, long from) {
        return stream.of(user).stream()
                .filter(notice -> notice.sequence() >= from)
                .findFirst();
    }

    /** Whether its next request takes long. */
    public void stall(boolean does) {
        stalled = does;
    }

    private void reach() throws IOException {
        if (stalled && turns.isInside()) {
            stalled = false;
            turns.pause(STALL);
        }
        turns.yield();
        if (!connected) {
            throw new IOException("not connected");
        }
    }

    @Override
    public void subscribe(Personal kind, String user) {
        asked.add(kind.live(user));
    }

    @Override
    public void unsubscribe(Personal kind, String user) {
        branches.took(Branch.CHANNEL_DROPPED);
        asked.remove(kind.live(user));
        heard.remove(kind.live(user));
    }

    @Override
    public void awaitSubscribed() throws IOException {
        reach();
        heard.addAll(asked);
        reach();
    }

    @Override
    public void start(Runnable task) {
        turns.start(task);
    }

    @Override
    public void startAfter(Duration delay, Runnable task) {
        if (!dead) {
            turns.startAfter(delay, () -> {
                if (!dead) {
                    task.run();
                }
            });
        }
    }

    @Override
    public void pause(Duration span) {
        turns.pause(span);
    }

    private Listener listening() {
        Listener present = listener;
        if (present == null) {
            throw new IllegalStateException("nobody listens");
        }
        return present;
    }
}
