package io.ringside.gateway.journey;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.documents.SocketAnswers;
import io.ringside.gateway.transport.ClientTransport;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that speaks the protocol properly, over whatever carries it. */
public final class ClientSocket implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    /** Messages that nobody asked for: more is a gateway that never stops. */
    private static final int PASSED_OVER_MAX = 20_000;

    private final ClientTransport transport;
    private final List<JsonNode> passedOver = new ArrayList<>();
    private @Nullable Heard ending;
    private int pings;
    private int lastId;

    private ClientSocket(ClientTransport transport) {
        this.transport = transport;
    }

    /** Over a WebSocket. */
    static ClientSocket open(int port) {
        return over(TransportKind.SOCKET.open(port, Opening.PLAIN));
    }

    /** Over what has just begun. */
    public static ClientSocket over(ClientTransport transport) {
        return new ClientSocket(transport);
    }

    /** What carries it. */
    public ClientTransport transport() {
        return transport;
    }

    /** The result of {@code connect}. */
    public JsonNode connect(String ticket, String channels, String positions) {
        return ask("\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":%s,\"positions\":%s}"
                        .formatted(ticket, channels, positions))
                .get("result")
                .get("connected");
    }

    /** Sends a request (without its id) and gives its whole reply. */
    public JsonNode ask(String request) {
        int id = send(request);
        return await(message -> message.get("id") != null && message.get("id").getIntValue() == id);
    }

    /** Whether everything that has arrived so far was asked for. */
    public boolean nothingCameEarly() {
        return passedOver.isEmpty();
    }

    /** What has arrived so far and nobody asked for. */
    public List<JsonNode> everythingPassedOver() {
        return List.copyOf(passedOver);
    }

    /** Sends a request and gives its id; whether the gateway is still there shows in what comes. */
    public int send(String request) {
        int id = ++lastId;
        sendRaw("{\"id\":" + id + ',' + request + '}');
        return id;
    }

    public void sendRaw(String text) {
        transport.send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until the server has heard everything that was sent before, whether it answers yet or not. */
    public void awaitHeard() {
        transport.awaitTaken();
    }

    /** The next push of a channel. */
    public JsonNode push(String channel) {
        return await(message -> message.get("push") != null
                        && message.get("push").get("channel").getStringValue().equals(channel))
                .get("push");
    }

    /** The next message that fits; what comes before it is kept for others. */
    public JsonNode await(Predicate<JsonNode> fits) {
        for (int looked = 0; ; looked++) {
            while (looked == passedOver.size()) {
                if (ending != null) {
                    throw new AssertionError("nothing that fits arrived, but " + passedOver + " and " + ending);
                }
                step();
            }
            if (fits.test(passedOver.get(looked))) {
                return passedOver.remove(looked);
            }
        }
    }

    /** The next message, whatever it is. */
    public JsonNode next() {
        return await(message -> true);
    }

    /** The code that the server closes with. */
    public int closeCode() {
        if (ending() instanceof Heard.Close close) {
            return close.code();
        }
        throw new AssertionError("closed without a code: " + ending);
    }

    /** How it ends; what comes before that is kept for others. */
    public Heard ending() {
        while (ending == null) {
            step();
        }
        return ending;
    }

    /** Whether the gateway asks for a sign of life within some seconds; what comes besides is kept for others. */
    public boolean isPingedSoon() {
        long end = System.nanoTime() + SOON.toNanos();
        while (pings == 0 && System.nanoTime() < end) {
            transport.rest().forEach(this::take);
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return pings > 0;
    }

    /** Whether the gateway has asked for a sign of life that nobody waited for. */
    public boolean wasPinged() {
        return pings > 0;
    }

    private void step() {
        take(transport.next());
    }

    /** Takes what is heard for what it is. */
    private void take(Heard heard) {
        switch (heard) {
            case Heard.Message message -> keep(read(message));
            case Heard.Ping ping -> pings++;
            case Heard last -> ending = last;
        }
    }

    private void keep(JsonNode message) {
        if (passedOver.size() == PASSED_OVER_MAX) {
            throw new AssertionError("nothing that fits arrived, but without end things like " + message);
        }
        passedOver.add(message);
    }

    private static JsonNode read(Heard.Message message) {
        SocketAnswers.check(message.text());
        return GatewayUnderTest.json(message.text());
    }

    /** Leaves without a word. */
    public void abort() {
        transport.abort();
    }

    @Override
    public void close() {
        for (Heard heard : transport.rest()) {
            if (heard instanceof Heard.Message message) {
                read(message);
            }
        }
        transport.close();
    }
}
