package io.ringside.faults.twin;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody on one gateway who watches who is there, and remembers what he saw and when. */
final class Onlooker implements TraderEvents {
    private final TraderClient client;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile boolean there;

    /** How a user was seen from a moment on, by this machine's own counting. */
    record Seen(String user, String status, long atNanos) {
        /** How long after another moment. */
        long msAfter(long nanos) {
            return TimeUnit.NANOSECONDS.toMillis(atNanos - nanos);
        }
    }

    Onlooker(int number, GatewayHttp http, EventLoop loop) {
        SignedIn signedIn = new SignedIn(http, TwinGateways.user(number), TwinGateways.PASSWORD);
        client = new TraderClient(
                signedIn,
                http.gateway(),
                loop,
                Clock.systemUTC(),
                new SplittableRandom(number),
                List.of("presence"),
                this);
        client.start();
    }

    boolean isThere() {
        return there;
    }

    /** How somebody was seen, each change. */
    List<Seen> of(int number) {
        return seen.stream()
                .filter(each -> each.user().equals(TwinGateways.user(number)))
                .toList();
    }

    List<String> statuses(int number) {
        return of(number).stream().map(Seen::status).toList();
    }

    void leave() {
        client.stop();
    }

    @Override
    public void served(@Nullable String node) {
        there = true;
    }

    @Override
    public void disconnected(int code, @Nullable String reason) {
        there = false;
    }

    @Override
    public void told(String channel, JsonNode data) {
        long now = System.nanoTime();
        for (JsonNode person : field(data, "people").values()) {
            Seen next = new Seen(text(person, "user"), text(person, "status"), now);
            List<Seen> before = seen.stream()
                    .filter(each -> each.user().equals(next.user()))
                    .toList();
            if (before.isEmpty() || !before.getLast().status().equals(next.status())) {
                seen.add(next);
            }
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        return Objects.requireNonNull(node.get(name), name);
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).getStringValue();
    }
}
