package io.ringside.benchmarks.sockets;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.EventLoop;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.Side;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of two who deal with each other: hears its own view of a request, and knows the market. */
final class Party implements TraderEvents {
    private final String user;
    private final String account;
    private final TraderClient client;
    private final Consumer<JsonNode> view;
    private volatile boolean connected;
    private volatile @Nullable JsonNode quote;

    /** @param view hears what this party is told of a request, on its event loop */
    Party(
            ReadyFloor floor,
            String user,
            String instrument,
            GatewayHttp http,
            EventLoop loop,
            InstantSource clock,
            Consumer<JsonNode> view) {
        ReadyFloor.Login login = floor.logins().stream()
                .filter(each -> each.user().equals(user))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the floor has no " + user));
        this.user = user;
        this.view = view;
        account = login.accounts().getFirst();
        client = new TraderClient(
                new SignedIn(http, user, login.password()),
                http.gateway(),
                loop,
                clock,
                new SplittableRandom(1),
                List.of("quotes." + instrument),
                this);
    }

    String user() {
        return user;
    }

    String account() {
        return account;
    }

    void start() {
        client.start();
    }

    void stop() {
        client.stop();
    }

    /** Whether it is connected and knows a price. */
    boolean isReady() {
        return connected && quote != null;
    }

    /** Sends a command. On the event loop only. */
    void ask(String id, String command) {
        client.ask(id, command);
    }

    /** Where whoever does this would meet the market. */
    String marketPrice(Side side) {
        return text(Objects.requireNonNull(quote), side == Side.BUY ? "ask" : "bid");
    }

    /** A field, empty if it is not there. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isString() ? "" : value.getStringValue();
    }

    @Override
    public void connected(String mode, boolean gap) {
        connected = true;
    }

    @Override
    public void told(String channel, JsonNode data) {
        quote = data;
    }

    @Override
    public void refused(String id, String code) {
        throw new IllegalStateException(id + " of " + user + " was refused: " + code);
    }

    @Override
    public void noticed(String type, String epoch, long sequence, JsonNode data) {
        if (type.equals("rfq.updated")) {
            view.accept(data);
        }
    }
}
