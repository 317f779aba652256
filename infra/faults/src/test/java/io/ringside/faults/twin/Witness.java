package io.ringside.faults.twin;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.OrderText;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A trader who asks, and remembers everything that happened to him in the order in which it did. */
final class Witness implements TraderEvents {
    private final int number;
    private final TraderClient client;
    private final List<Integer> notices = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> nodes = new CopyOnWriteArrayList<>();
    private final List<String> modes = new CopyOnWriteArrayList<>();
    private final AtomicInteger doubts = new AtomicInteger();
    private final List<String> asked = new ArrayList<>();
    private volatile int lastEnd;
    private volatile boolean there;

    Witness(int number, GatewayHttp http, EventLoop loop) {
        this.number = number;
        SignedIn signedIn = new SignedIn(http, TwinGateways.user(number), TwinGateways.PASSWORD);
        this.client = new TraderClient(
                signedIn, http.gateway(), loop, Clock.systemUTC(), new SplittableRandom(number), List.of(), this);
        client.start();
    }

    String user() {
        return TwinGateways.user(number);
    }

    /** Sends one more order. */
    synchronized void ask() {
        String id = user() + '-' + asked.size();
        asked.add(id);
        String order = OrderText.submit(
                id, TwinGateways.account(number), "TIN", Side.BUY, OrderType.LIMIT, TimeInForce.DAY, "1", "1");
        client.loop().execute(() -> client.ask(id, order));
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Numbers of the notices that he was told, each time that he was. */
    List<Integer> notices() {
        return List.copyOf(notices);
    }

    /** Ids of his commands, each time that he was told that they are received. */
    List<String> received() {
        return List.copyOf(received);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    /** How his inbox went on at each visit. */
    List<String> modes() {
        return List.copyOf(modes);
    }

    /** The gateways that served him, one after the other. */
    List<String> nodes() {
        return List.copyOf(nodes);
    }

    /** The gateway that serves him now; empty while he is away. */
    String node() {
        return there ? nodes.getLast() : "";
    }

    /** The code with which his last connection ended. */
    int lastEnd() {
        return lastEnd;
    }

    /** Tries of commands whose end nobody told. */
    int doubts() {
        return doubts.get();
    }

    void leave() {
        client.stop();
    }

    @Override
    public void served(@Nullable String node) {
        nodes.add(Objects.requireNonNull(node));
        there = true;
    }

    @Override
    public void connected(String mode, boolean gap) {
        modes.add(mode);
    }

    @Override
    public void disconnected(int code, @Nullable String reason) {
        lastEnd = code;
        there = false;
    }

    @Override
    public void noticed(String type, String epoch, long sequence, JsonNode data) {
        notices.add(Objects.requireNonNull(data.get("n")).getIntValue());
    }

    @Override
    public void received(String clientOrderId, long streamSequence) {
        received.add(clientOrderId);
    }

    @Override
    public void refused(String clientOrderId, String code) {
        refused.add(clientOrderId + ' ' + code);
    }

    @Override
    public void unknown(String clientOrderId) {
        doubts.incrementAndGet();
    }
}
