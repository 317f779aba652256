package io.ringside.gateway.journey;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.documents.SocketAnswers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that speaks the protocol properly. */
public final class ClientSocket implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final List<JsonNode> passedOver = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<ByteBuffer> pongs = new LinkedBlockingQueue<>();
    private @Nullable WebSocket socket;
    private int lastId;

    static ClientSocket open(HttpClient http, int port) {
        return open(http, port, "ringside.v1");
    }

    /** One that speaks several versions, the first of them rather than the others. */
    static ClientSocket open(HttpClient http, int port, String version, String... others) {
        ClientSocket client = new ClientSocket();
        client.socket = http.newWebSocketBuilder()
                .subprotocols(version, others)
                .buildAsync(URI.create("ws://localhost:" + port + "/ws"), client.new Listener())
                .join();
        return client;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                arrived.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            pongs.add(message);
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    /** The version that the server chose. */
    String version() {
        return socket().getSubprotocol();
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
    boolean nothingCameEarly() {
        return passedOver.isEmpty();
    }

    /** What has arrived so far and nobody asked for. */
    List<JsonNode> everythingPassedOver() {
        return List.copyOf(passedOver);
    }

    /** Sends a request and gives its id. */
    public int send(String request) {
        int id = ++lastId;
        sendRaw("{\"id\":" + id + ',' + request + '}');
        return id;
    }

    /** Sends a request if the socket is still there. */
    public void trySend(String request) {
        if (!closed.isDone()) {
            socket().sendText("{\"id\":" + ++lastId + ',' + request + '}', true)
                    .exceptionally(e -> socket())
                    .join();
        }
    }

    /** Waits until the server has heard everything that was sent before, whether it answers yet or not. */
    void awaitHeard() {
        socket().sendPing(ByteBuffer.allocate(1)).join();
        try {
            if (pongs.poll(PATIENCE_S, TimeUnit.SECONDS) == null) {
                throw new AssertionError("no pong");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public void sendRaw(String text) {
        socket().sendText(text, true).join();
    }

    /** The next push of a channel. */
    public JsonNode push(String channel) {
        return await(message -> message.get("push") != null
                        && message.get("push").get("channel").getStringValue().equals(channel))
                .get("push");
    }

    /** The next message that fits; what comes before it is kept for others. */
    public JsonNode await(Predicate<JsonNode> fits) {
        for (JsonNode message : passedOver) {
            if (fits.test(message)) {
                passedOver.remove(message);
                return message;
            }
        }
        while (true) {
            JsonNode message = next();
            if (fits.test(message)) {
                return message;
            }
            passedOver.add(message);
        }
    }

    private JsonNode next() {
        try {
            String message = arrived.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing that fits arrived, but " + passedOver + ", closed: " + closed);
            }
            SocketAnswers.check(message);
            return GatewayUnderTest.json(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The code that the server closes with. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    /** Leaves without a word. */
    public void abort() {
        socket().abort();
    }

    private WebSocket socket() {
        WebSocket present = socket;
        if (present == null) {
            throw new IllegalStateException("not open");
        }
        return present;
    }

    @Override
    public void close() {
        arrived.forEach(SocketAnswers::check);
        if (!closed.isDone()) {
            socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }
}
