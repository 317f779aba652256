package io.ringside.gateway.personal;

import io.ringside.gateway.recovery.Branch;
import io.ringside.gateway.recovery.Branches;
import io.ringside.gateway.recovery.Turns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The two streams as a nats-server keeps them, told to every node that listens. */
public final class SimulatedServer {
    private final Random random;
    private final Turns turns;
    private final Branches branches;
    private final Shape shape;
    private final Map<Personal, Stream> streams = new EnumMap<>(Personal.class);
    /** The epoch of each, by its number. */
    private final Map<String, List<String>> published = new HashMap<>();

    private final List<SimulatedNode> nodes = new ArrayList<>();
    private int made;
    private long stored;

    /**
     * What it is like.
     *
     * @param retained messages that it keeps of one user
     * @param batch messages that it gives at once
     * @param bodyBytes of one message
     */
    public record Shape(int retained, int batch, int bodyBytes) {}

    public SimulatedServer(Random random, Turns turns, Branches branches, Shape shape) {
        this.random = random;
        this.turns = turns;
        this.branches = branches;
        this.shape = shape;
        for (Personal kind : Personal.values()) {
            streams.put(kind, new Stream(epoch(), ++stored));
        }
    }

    /** Messages of one kind, by their users. */
    static final class Stream {
        private final String epoch;
        private final long madeAt;
        private final Map<String, Deque<Notice>> kept = new HashMap<>();
        private long last;

        Stream(String epoch, long madeAt) {
            this.epoch = epoch;
            this.madeAt = madeAt;
        }

        Deque<Notice> of(String user) {
            return kept.computeIfAbsent(user, name -> new ArrayDeque<>());
        }
    }

    public Shape shape() {
        return shape;
    }

    /** One more node that knows nothing. */
    public SimulatedNode node() {
        SimulatedNode node = new SimulatedNode(this, random, turns, branches);
        nodes.add(node);
        return node;
    }

    /** One message more. */
    public void publish(Personal kind, String user) {
        store(kind, user, false);
    }

    /** One that takes the place of all before it. */
    public void settle(Personal kind, String user) {
        branches.took(Branch.SETTLED);
        store(kind, user, true);
    }

    /** Takes the user's messages away. */
    public void purge(Personal kind, String user) {
        branches.took(Branch.PURGED);
        stream(kind).of(user).clear();
    }

    /** Deletes the stream and makes another one of that name. */
    public void makeAnew(Personal kind) {
        branches.took(Branch.ANOTHER_STREAM);
        streams.put(kind, new Stream(epoch(), ++stored));
    }

    /** Messages that were ever published to a user; each carries its number. */
    public int published(Personal kind, String user) {
        return published.getOrDefault(kind.live(user), List.of()).size();
    }

    /** Of the stream that this one was stored in. */
    public String epochOf(Personal kind, String user, int number) {
        return published.getOrDefault(kind.live(user), List.of()).get(number - 1);
    }

    /** Whether a node reads this now. */
    public boolean isRead(Personal kind, String user) {
        return nodes.stream().anyMatch(node -> node.isReading(kind.live(user)));
    }

    public String epoch(Personal kind) {
        return stream(kind).epoch;
    }

    NoticeStreams.Identity identity(Personal kind) {
        return new NoticeStreams.Identity(epoch(kind), shape.retained(), stream(kind).madeAt);
    }

    /** Sequences that the stream has now. */
    public List<Long> kept(Personal kind, String user) {
        return stream(kind).of(user).stream().map(Notice::sequence).toList();
    }

    /** Whether what the stream has of a user begins with one that took the place of others. */
    public boolean beginsSettled(Personal kind, String user) {
        Notice first = stream(kind).of(user).peekFirst();
        return first != null && first.rolledUp();
    }

    Stream stream(Personal kind) {
        Stream stream = streams.get(kind);
        if (stream == null) {
            throw new IllegalStateException("no stream " + kind);
        }
        return stream;
    }

    private String epoch() {
        return "2026-11-21T09:00:0" + made++ + "Z";
    }

    private void store(Personal kind, String user, boolean settles) {
        Stream stream = stream(kind);
        Deque<Notice> kept = stream.of(user);
        long previous = kept.isEmpty() ? 0 : kept.getLast().sequence();
        stream.last += 1 + random.nextInt(3);
        Notice notice = new Notice(kind, stream.last, "order.updated", body(kind, user), ++stored, settles);
        if (settles) {
            kept.clear();
        }
        kept.add(notice);
        if (kept.size() > shape.retained()) {
            kept.removeFirst();
            nodes.forEach(node -> node.evicted(kind.live(user)));
        }
        nodes.forEach(node -> node.republish(kind.live(user), notice, previous));
    }

    private byte[] body(Personal kind, String user) {
        List<String> all = published.computeIfAbsent(kind.live(user), live -> new ArrayList<>());
        all.add(epoch(kind));
        String text = "{\"n\":" + all.size() + ",\"fill\":\"" + "x".repeat(shape.bodyBytes()) + "\"}";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
