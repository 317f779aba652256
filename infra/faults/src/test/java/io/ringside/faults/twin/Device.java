package io.ringside.faults.twin;

import io.micronaut.json.tree.JsonNode;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.contracts.Wire;
import io.ringside.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One device of a user on one gateway, which follows the user's alerts. */
final class Device implements WebSocket.Listener {
    private final GatewayHttp http;
    private final String token;
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private int lastId;

    private Device(GatewayHttp http, String user) {
        this.http = http;
        String signIn = "{\"user\":\"" + user + "\",\"password\":\"" + TwinGateways.PASSWORD + "\"}";
        token = string(http.post("/api/session", null, signIn).join(), "accessToken");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("ringside.v1")
                .buildAsync(URI.create(http.gateway().toString().replace("http", "ws") + "/ws"), this)
                .join();
    }

    /** Of this user. */
    static Device on(GatewayHttp http, String user) {
        return new Device(http, user);
    }

    /** Connects where it stands; gives where it stands then, as the next connection says it. */
    String connect(String positions) {
        String ticket = string(http.post("/api/session/ticket", token, "").join(), "ticket");
        ask("\"connect\":{\"ticket\":\"%s\",\"client\":\"test/1\",\"channels\":[\"alerts\"],\"positions\":%s}"
                .formatted(ticket, positions));
        JsonNode position = field(answer(), "position");
        return "{\"alerts\":{\"epoch\":\"%s\",\"sequence\":%d}}"
                .formatted(
                        string(position, "epoch"), field(position, "sequence").getLongValue());
    }

    /** How the channel went on when it connected. */
    String mode() {
        return string(answer(), "mode");
    }

    /** Ids of the alerts that were raised, each time that it was told so. */
    List<String> ids() {
        return pushes("alert.raised").map(alert -> string(alert, "alertId")).toList();
    }

    /** Ids of the commands that settled something, each time that it was told so. */
    List<String> settled() {
        return pushes("alert.acknowledged")
                .map(outcome -> string(outcome, "clientCommandId"))
                .toList();
    }

    void acknowledge(String id, List<String> alerts) {
        String ids = alerts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        ask("\"command\":{\"type\":\"alert.acknowledge\",\"body\":{\"clientCommandId\":\"%s\",\"alertIds\":%s}}"
                .formatted(id, ids));
    }

    /** The answer to a query. */
    JsonNode get(String path) {
        return http.get(path, token).join();
    }

    /** Goes without a word. */
    void leave() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            heard.add(tree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void ask(String request) {
        int id = ++lastId;
        socket.sendText("{\"id\":" + id + ',' + request + '}', true).join();
        Eventually.holds(
                "there is an answer to " + request, () -> heard.stream().anyMatch(message -> isAnswer(message, id)));
    }

    private static boolean isAnswer(JsonNode message, int id) {
        JsonNode of = message.get("id");
        return of != null && of.getIntValue() == id && message.get("result") != null;
    }

    private JsonNode answer() {
        JsonNode connected = heard.stream()
                .filter(message -> isAnswer(message, 1))
                .findFirst()
                .orElseThrow();
        return field(field(field(field(connected, "result"), "connected"), "channels"), "alerts");
    }

    private Stream<JsonNode> pushes(String type) {
        return heard.stream()
                .map(message -> message.get("push"))
                .filter(Objects::nonNull)
                .filter(push -> string(push, "type").equals(type))
                .map(push -> field(push, "data"));
    }

    private static JsonNode tree(String json) {
        try {
            return Wire.decode(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(json, e);
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        return Objects.requireNonNull(node.get(name), name);
    }

    private static String string(JsonNode node, String name) {
        return field(node, name).getStringValue();
    }
}
