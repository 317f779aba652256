package io.ringside.gateway.recovery;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.Told;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The model client on real sockets. What arrives waits until it is taken in. */
final class RealClient {
    private static final int OK = 200;
    /** Between two looks at what may be true by now. */
    private static final long LOOK_MS = 20;

    private final HttpClient http;
    private final String token;
    private final ModelClient model;
    private final Branches branches;
    private Runnable abort = () -> {};
    private @Nullable Link link;
    private @Nullable Object last;

    RealClient(HttpClient http, String token, Collection<ModelPlace> places, Branches branches) {
        this.http = http;
        this.token = token;
        this.model = new ModelClient(places, Told::numberOf, branches);
        this.branches = branches;
    }

    /** One socket. */
    private static final class Link implements WebSocket.Listener {
        private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private volatile boolean over;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean whole) {
            text.append(data);
            if (whole) {
                arrived.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            over = true;
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            over = true;
        }
    }

    ModelClient model() {
        return model;
    }

    boolean isConnected() {
        return link != null;
    }

    /** Comes to a gateway, with the ticket that it gives; not if it does not give any now. */
    void connect(GatewayUnderTest gateway) {
        try {
            HttpResponse<String> answer = gateway.call("POST", "/api/session/ticket", token, null);
            if (answer.statusCode() != OK) {
                return;
            }
            Link fresh = new Link();
            WebSocket socket = http.newWebSocketBuilder()
                    .subprotocols("ringside.v1")
                    .buildAsync(URI.create("ws://localhost:" + gateway.port() + "/ws"), fresh)
                    .join();
            link = fresh;
            if (last != null && last != gateway) {
                branches.took(Branch.NODE_CHANGED);
            }
            last = gateway;
            model.attach(text -> send(socket, text));
            model.connect(GatewayUnderTest.json(answer.body()).get("ticket").getStringValue());
            abort = socket::abort;
        } catch (IllegalStateException | CompletionException e) {
            link = null;
        }
    }

    /** What cannot be sent is lost: the socket is over. */
    private static void send(WebSocket socket, String text) {
        var unused = socket.sendText(text, true).exceptionally(e -> socket).join();
    }

    /** Its connection breaks, now and without a word. */
    void drop() {
        abort.run();
        link = null;
    }

    /** Takes in what has arrived; waits a little where nothing has. */
    void read() {
        Link present = link;
        if (present == null) {
            return;
        }
        try {
            boolean over = present.over;
            String text = present.arrived.poll(LOOK_MS, TimeUnit.MILLISECONDS);
            while (text != null) {
                JsonNode message = GatewayUnderTest.json(text);
                model.heard(message);
                text = present.arrived.poll();
            }
            model.askAgain();
            if (over || model.farewell() != null) {
                drop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
