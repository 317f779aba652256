package io.ringside.benchmarks.load;

import io.micronaut.json.tree.JsonNode;
import io.netty.channel.EventLoop;
import io.ringside.benchmarks.trader.OrderText;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.benchmarks.trader.TraderClient;
import io.ringside.benchmarks.trader.TraderEvents;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One user at the market: buys and sells in turn, so that its position stays near zero, and notes when it hears what.
 */
final class BenchTrader implements TraderEvents {
    private static final Set<String> FINAL = Set.of("FILLED", "CANCELLED", "EXPIRED", "REJECTED");

    private final String account;
    private final List<String> instruments;
    private final String prefix;
    private final TraderClient client;
    private final Map<String, Flight> underWay = new HashMap<>();
    private List<Flight> flights = new ArrayList<>();
    private int orders;
    private boolean connected;
    private long refusals;

    /** @param prefix of the client order ids, unique for the run */
    BenchTrader(
            SignedIn signedIn,
            String account,
            List<String> instruments,
            String prefix,
            URI gateway,
            EventLoop loop,
            InstantSource clock,
            RandomGenerator random) {
        this.account = account;
        this.instruments = instruments;
        this.prefix = prefix;
        this.client = new TraderClient(signedIn, gateway, loop, clock, random, List.of(), this);
    }

    void start() {
        client.start();
    }

    void stop() {
        client.stop();
    }

    boolean isConnected() {
        return connected;
    }

    /** Sends the order that was due at this moment. On the event loop only. */
    void send(long dueNanos, Instant due) {
        int number = orders++;
        String id = prefix + number;
        Flight flight = new Flight(account + '/' + id, dueNanos, due);
        underWay.put(id, flight);
        flights.add(flight);
        // Two orders in turn in one instrument: what one bought the other sells.
        String instrument = instruments.get(number / 2 % instruments.size());
        Side side = number % 2 == 0 ? Side.BUY : Side.SELL;
        client.ask(id, OrderText.submit(id, account, instrument, side, OrderType.MARKET, TimeInForce.IOC, "1", null));
    }

    /** What was sent since the last call. On the event loop only. */
    List<Flight> takeFlights() {
        List<Flight> taken = flights;
        flights = new ArrayList<>();
        return taken;
    }

    /** Orders whose end was not told. On the event loop only. */
    int underWay() {
        return underWay.size();
    }

    /** Orders that the gateway refused. On the event loop only. */
    long refusals() {
        return refusals;
    }

    @Override
    public void received(String clientOrderId, long streamSequence) {
        Flight flight = underWay.get(clientOrderId);
        if (flight != null) {
            flight.received(System.nanoTime());
            forgetIfDone(clientOrderId, flight);
        }
    }

    @Override
    public void refused(String clientOrderId, String code) {
        refusals++;
        underWay.remove(clientOrderId);
    }

    @Override
    public boolean givesUp(String clientOrderId, String code) {
        return true;
    }

    @Override
    public void noticed(String type, String epoch, long sequence, JsonNode data) {
        long now = System.nanoTime();
        String id = text(data, "clientOrderId");
        String status = text(data, "status");
        Flight flight = id == null ? null : underWay.get(id);
        if (id != null && flight != null && status != null) {
            flight.told(status, FINAL.contains(status), now);
            forgetIfDone(id, flight);
        }
    }

    @Override
    public void connected(String mode, boolean gap) {
        connected = true;
    }

    private void forgetIfDone(String id, Flight flight) {
        if (flight.isReceived() && flight.isFinal()) {
            underWay.remove(id);
        }
    }

    private static @Nullable String text(JsonNode data, String field) {
        JsonNode value = data.get(field);
        return value == null || !value.isString() ? null : value.getStringValue();
    }
}
