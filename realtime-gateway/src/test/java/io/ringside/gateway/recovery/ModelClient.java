package io.ringside.gateway.recovery;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.protocol.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client that keeps to PROTOCOL.md to the letter: places that outlive its sockets, and the requests of one. */
final class ModelClient {
    private final Map<String, ModelPlace> places = new LinkedHashMap<>();
    private final Map<Integer, List<ModelPlace>> asked = new HashMap<>();
    private final List<ModelPlace> refused = new ArrayList<>();
    private final ToIntFunction<JsonNode> numberOf;
    private final Branches branches;
    private Consumer<String> socket = text -> {};
    private @Nullable JsonNode farewell;
    private long retryAfterMs;
    private int lastId;

    /** With these places; each push has a number, which the client itself does not look at. */
    ModelClient(Collection<ModelPlace> places, ToIntFunction<JsonNode> numberOf, Branches branches) {
        this.numberOf = numberOf;
        places.forEach(place -> this.places.put(place.channel(), place));
        this.branches = branches;
    }

    Collection<ModelPlace> places() {
        return places.values();
    }

    /** There is a new socket; what was asked on the one before is not answered. */
    void attach(Consumer<String> newSocket) {
        socket = newSocket;
        farewell = null;
        retryAfterMs = 0;
        refused.clear();
        asked.clear();
        places.values().forEach(ModelPlace::forgets);
    }

    /** The first request, with this ticket. */
    void connect(String ticket) {
        send(
                places.values(),
                "\"connect\":{\"ticket\":\"%s\",\"client\":\"model/1\",%s}".formatted(ticket, wanted(places.values())));
    }

    void subscribe(Collection<ModelPlace> wanted) {
        send(wanted, "\"subscribe\":{" + wanted(wanted) + '}');
    }

    void unsubscribe(ModelPlace place) {
        branches.took(Branch.UNSUBSCRIBED);
        place.leaves();
        send(List.of(), "\"unsubscribe\":{\"channels\":[\"" + place.channel() + "\"]}");
    }

    /** Asks once more for what was refused for a while. */
    void askAgain() {
        List<ModelPlace> again = List.copyOf(refused);
        refused.clear();
        again.forEach(this::resync);
    }

    /** Whether everything that was asked is answered. */
    boolean isAtRest() {
        return refused.isEmpty() && asked.isEmpty();
    }

    /** Why the server closes, if it said so. */
    @Nullable
    JsonNode farewell() {
        return farewell;
    }

    /** How long it has to wait from now on, if that was said since this was asked last. */
    long retryAfterMs() {
        long said = retryAfterMs;
        retryAfterMs = 0;
        return said;
    }

    void heard(JsonNode message) {
        JsonNode push = message.get("push");
        if (push != null) {
            pushed(push);
        } else if (message.get("disconnect") != null) {
            closed(message.get("disconnect"));
        } else if (message.get("result") != null) {
            answered(message.get("id").getIntValue(), message.get("result"));
        } else if (message.get("error") != null) {
            failed(message.get("id").getIntValue(), message.get("error"));
        }
    }

    private void pushed(JsonNode push) {
        ModelPlace place = places.get(push.get("channel").getStringValue());
        boolean missing = Objects.requireNonNull(place)
                .pushed(
                        push.get("sequence").getLongValue(),
                        push.get("previous").getLongValue(),
                        numberOf.applyAsInt(push));
        if (missing && !place.awaiting() && !refused.contains(place)) {
            branches.took(Branch.RESYNC);
            resync(place);
        }
    }

    private void resync(ModelPlace place) {
        Position position = place.position();
        send(
                List.of(place),
                "\"resync\":{\"channel\":\"%s\",\"position\":%s}"
                        .formatted(place.channel(), position == null ? "null" : json(position)));
    }

    private void answered(int id, JsonNode result) {
        List<ModelPlace> waiting = asked.remove(id);
        JsonNode connected = result.get("connected");
        JsonNode channels = connected == null ? result.get("subscribed") : connected.get("channels");
        if (waiting != null && channels != null) {
            waiting.forEach(place -> place.answered(channels.get(place.channel())));
        }
    }

    private void failed(int id, JsonNode error) {
        List<ModelPlace> waiting = asked.remove(id);
        if (waiting == null || !error.get("temporary").getBooleanValue()) {
            throw new AssertionError(
                    "request " + id + " is refused: " + error.get("message").getStringValue());
        }
        waiting.forEach(ModelPlace::forgets);
        if (error.get("code").getStringValue().equals("RATE_LIMITED")) {
            retryAfterMs = error.get("retryAfterMs").getLongValue();
            refused.addAll(waiting);
        }
    }

    private void closed(JsonNode told) {
        farewell = told;
        retryAfterMs =
                told.get("retryAfterMs") == null ? 0 : told.get("retryAfterMs").getLongValue();
        switch (told.get("code").getIntValue()) {
            case 4408 -> branches.took(Branch.CLOSED_SLOW);
            case 4409 -> branches.took(Branch.CLOSED_RESYNC);
            case 1013 -> branches.took(Branch.CLOSED_UNAVAILABLE);
            case 1012, 4429 -> {}
            default -> throw new AssertionError("closed: " + told.get("reason").getStringValue());
        }
    }

    private void send(Collection<ModelPlace> about, String request) {
        int id = ++lastId;
        if (!about.isEmpty()) {
            asked.put(id, List.copyOf(about));
            about.forEach(ModelPlace::asks);
        }
        socket.accept("{\"id\":" + id + ',' + request + '}');
    }

    private static String wanted(Collection<ModelPlace> wanted) {
        String channels = wanted.stream()
                .map(place -> '"' + place.channel() + '"')
                .collect(Collectors.joining(",", "\"channels\":[", "]"));
        String positions = wanted.stream()
                .filter(place -> place.position() != null)
                .map(place -> '"' + place.channel() + "\":" + json(Objects.requireNonNull(place.position())))
                .collect(Collectors.joining(",", "\"positions\":{", "}"));
        return channels + ',' + positions;
    }

    private static String json(Position position) {
        return "{\"epoch\":\"%s\",\"sequence\":%d}".formatted(position.epoch(), position.sequence());
    }
}
