package io.ringside.gateway.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests of clients as they stand on the wire, each field in the form that is read. */
public final class SocketRequests {
    /** Which record a request of this name carries. */
    public static final Map<String, Class<?>> KINDS = kinds();

    private SocketRequests() {}

    /** Comes first, within 5 s. */
    public record Connect(
            String ticket,
            String client,
            List<String> channels,
            @Nullable Map<String, Place> positions,
            @Nullable Pacing pace) {}

    /** More channels: all of them, or none. */
    public record Subscribe(List<String> channels, @Nullable Map<String, Place> positions) {}

    /** Fewer channels. */
    public record Unsubscribe(List<String> channels) {}

    /** Start a replayable channel again from a position. */
    public record Resync(String channel, @Nullable Place position) {}

    /** Extend the socket's session with a fresh ticket. */
    public record Refresh(String ticket) {}

    /** How long ago somebody touched something there, seconds. */
    public record Presence(int idleSeconds) {}

    /**
     * How much of what is conflated the client takes, all of it together. What is not said is not limited.
     *
     * @param updatesPerSecond how often a value is sent again
     */
    public record Pacing(
            @Nullable Integer updatesPerSecond, @Nullable Integer bytesPerSecond) {}

    /** Is somebody there? */
    public record Ping() {}

    /** Where a client stands in a replayable channel: what it saw last. */
    public record Place(String epoch, long sequence) {}

    private static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        kinds.put("connect", Connect.class);
        kinds.put("subscribe", Subscribe.class);
        kinds.put("unsubscribe", Unsubscribe.class);
        kinds.put("resync", Resync.class);
        kinds.put("refresh", Refresh.class);
        kinds.put("presence", Presence.class);
        kinds.put("pace", Pacing.class);
        kinds.put("ping", Ping.class);
        return kinds;
    }

    /** Whether a client sends such a record. */
    public static boolean has(Class<?> record) {
        return KINDS.containsValue(record) || record == Place.class;
    }

    /** Adds the form of a field to its schema. */
    public static void addRule(String field, ObjectNode schema) {
        switch (field) {
            case "ticket" -> pattern(schema, RequestReader.TICKET);
            case "client" -> pattern(schema, RequestReader.CLIENT).put("description", "name/version");
            case "channel" -> addEntryRule(schema);
            case "channels" -> schema.put("maxItems", RequestReader.CHANNELS_MAX);
            case "positions" -> schema.put("maxProperties", RequestReader.CHANNELS_MAX);
            case "epoch" -> pattern(schema, RequestReader.EPOCH);
            case "sequence" -> bounds(schema, 0, RequestReader.ID_MAX);
            case "idleSeconds" -> bounds(schema, 0, RequestReader.IDLE_SECONDS_MAX);
            case "updatesPerSecond" -> bounds(schema, Pace.UPDATES_MIN, Pace.UPDATES_MAX);
            case "bytesPerSecond" -> bounds(schema, Pace.BYTES_MIN, Pace.BYTES_MAX);
            case "position", "pace" -> {}
            default -> throw new IllegalStateException("no rule is known for " + field);
        }
    }

    /** Adds the form of an entry of a list to its schema: all lists are of channels. */
    public static void addEntryRule(ObjectNode schema) {
        pattern(schema, RequestReader.CHANNEL);
    }

    /** Adds the form of a request's id to its schema. */
    public static void addIdRule(ObjectNode schema) {
        bounds(schema.put("type", "integer"), 1, RequestReader.ID_MAX);
    }

    private static ObjectNode pattern(ObjectNode schema, Pattern pattern) {
        return schema.put("pattern", "^(?:" + pattern.pattern() + ")$");
    }

    private static void bounds(ObjectNode schema, long least, long most) {
        schema.put("minimum", least).put("maximum", most);
    }
}
