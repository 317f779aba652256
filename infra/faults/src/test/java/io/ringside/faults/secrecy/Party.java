package io.ringside.faults.secrecy;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who deals, and remembers every text that the gateway ever sent him. */
final class Party implements AutoCloseable {
    /** What he wants done. */
    record Command(String type, Map<String, Object> body) {}

    private final HttpClient http;
    private final URI gateway;
    private final String user;
    private final String firm;
    private final String account;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<RfqView> views = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private volatile @Nullable WebSocket socket;
    private volatile long sequence;
    private String epoch = "";
    private String token = "";

    Party(HttpClient http, URI gateway, String user, String firm) {
        this.http = http;
        this.gateway = gateway;
        this.user = user;
        this.firm = firm;
        this.account = user.toUpperCase(Locale.ROOT) + "-1";
    }

    String user() {
        return user;
    }

    String firm() {
        return firm;
    }

    String account() {
        return account;
    }

    /** Everything that he was sent. */
    List<String> heard() {
        return heard;
    }

    /** Every view that he was sent over the socket, in that order. */
    List<RfqView> views() {
        return views;
    }

    /** Why commands of his had no effect. */
    List<String> refused() {
        return refused;
    }

    /** Whether the newest view of a request, if he has one, is so. */
    boolean sees(String rfqId, Predicate<RfqView> so) {
        return known(rfqId).filter(so).isPresent();
    }

    /** The newest view of a request that he knows. */
    RfqView newest(String rfqId) {
        return known(rfqId).orElseThrow();
    }

    private Optional<RfqView> known(String rfqId) {
        return views.stream()
                .filter(view -> view.rfqId().equals(rfqId))
                .max(Comparator.comparingLong(RfqView::version));
    }

    boolean heardOf(String text) {
        return heard.stream().anyMatch(each -> each.contains(text));
    }

    void signIn(String password) {
        String body = json(Map.of("user", user, "password", password));
        token = text(call("POST", "/api/session", body), "accessToken");
    }

    /** Connects where he stood; whoever stood nowhere, or is told to forget, is told what is kept for him. */
    void connect(boolean forgets) {
        String ticket = text(call("POST", "/api/session/ticket", ""), "ticket");
        socket = http.newWebSocketBuilder()
                .subprotocols("ringside.v1")
                .buildAsync(URI.create("ws://" + gateway.getAuthority() + "/ws"), new Ear())
                .join();
        String stood = "\"inbox\":{\"epoch\":\"" + epoch + "\",\"sequence\":" + sequence + "}";
        JsonNode inbox = found(
                send("""
                "connect":{"ticket":"%s","client":"party/1","channels":["inbox","valuations.%s"],"positions":{%s}}\
                """.formatted(ticket, account, forgets || epoch.isEmpty() ? "" : stood))
                        .join(),
                "connected",
                "channels",
                "inbox",
                "position");
        epoch = text(inbox, "epoch");
        sequence = Math.max(sequence, field(inbox, "sequence").getLongValue());
    }

    /** Sends a command, which has to be received. */
    CompletableFuture<?> command(Command command) {
        return send("\"command\":" + json(Map.of("type", command.type(), "body", command.body())))
                .thenApply(reply -> found(reply, "received"));
    }

    /** Asks over HTTP, and remembers the answer. */
    JsonNode get(String path) {
        return call("GET", path, null);
    }

    @Override
    public void close() {
        WebSocket last = socket;
        if (last != null) {
            last.abort();
        }
    }

    private CompletableFuture<JsonNode> send(String request) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        asked.put(id, reply);
        Objects.requireNonNull(socket, "not connected")
                .sendText("{\"id\":" + id + ',' + request + '}', true)
                .join();
        return reply.orTimeout(Eventually.DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private JsonNode found(JsonNode message, String... path) {
        JsonNode node = message.get("result");
        for (String name : path) {
            node = node == null ? null : node.get(name);
        }
        if (node == null) {
            throw new AssertionError(user + " was answered " + json(message));
        }
        return node;
    }

    private JsonNode call(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Eventually.DEADLINE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        String answer = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
        heard.add(answer);
        return tree(answer);
    }

    private void take(String text) {
        heard.add(text);
        JsonNode message = tree(text);
        JsonNode push = message.get("push");
        JsonNode id = message.get("id");
        if (push != null && push.get("sequence") != null) {
            sequence = field(push, "sequence").getLongValue();
            told(text(push, "type"), field(push, "data"));
        } else if (id != null) {
            CompletableFuture<JsonNode> waiting = asked.remove(id.getIntValue());
            if (waiting != null) {
                waiting.complete(message);
            }
        }
    }

    private void told(String type, JsonNode data) {
        if (type.equals("rfq.updated")) {
            views.add(OwnServers.decoded(Wire.encode(data), RfqView.class));
        } else if (type.equals("rfq.refused")) {
            refused.add(text(data, "reason") + ' ' + text(data, "text"));
        }
    }

    private static JsonNode tree(String text) {
        return OwnServers.decoded(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private static String json(Object value) {
        return new String(Wire.encode(value), StandardCharsets.UTF_8);
    }

    private static JsonNode field(JsonNode node, String name) {
        return Objects.requireNonNull(node.get(name), name);
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).getStringValue();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add(reason);
            return null;
        }
    }
}
