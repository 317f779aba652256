package io.ringside.gateway.journey;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.documents.SocketAnswers;
import io.ringside.gateway.transport.ClientTransport;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that speaks the protocol properly, over whatever carries it. */
public final class ClientSocket implements AutoCloseable {
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

    /** Waits until the gateway asks for a sign of life; what comes before that is kept for others. */
    public void awaitPing() {
        while (pings == 0 && ending == null) {
            step();
        }
        if (pings == 0) {
            throw new AssertionError("no ping came, but " + passedOver + " and " + ending);
        }
        pings--;
    }

    /** Takes the next thing that is heard for what it is. */
    private void step() {
        switch (transport.next()) {
            case Heard.Message message -> passedOver.add(read(message));
            case Heard.Ping ping -> pings++;
            case Heard last -> ending = last;
        }
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
