package io.ringside.gateway.protocol;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.json.Fields;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the messages of clients. */
public final class RequestReader {
    /** Channels in one message. */
    public static final int CHANNELS_MAX = 256;

    /** A week: who is idle for longer is no less idle. */
    static final long IDLE_SECONDS_MAX = 7 * 24 * 3_600;

    static final long ID_MAX = (1L << 53) - 1;
    static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_.-]{1,4096}");

    static final Pattern CLIENT = Pattern.compile("[\\x20-\\x7e]{1,64}");
    static final Pattern CHANNEL = Pattern.compile("[a-z]{1,16}(\\.([A-Za-z0-9_-]{1,64}|\\*))?");
    static final Pattern EPOCH = Pattern.compile("[\\x20-\\x7e]{1,128}");
    private static final Pattern TYPE = Pattern.compile("[a-z.-]{1,32}");
    private static final String CHANNEL_RULE = "must be the name of a channel";

    private RequestReader() {}

    /** A message with a wrong field: its id is known, so that the error can be answered. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final long id;
        private final transient Malformed malformed;

        Refused(long id, Malformed malformed) {
            super(malformed.rule(), null, false, false);
            this.id = id;
            this.malformed = malformed;
        }

        /** Of the request. */
        public long id() {
            return id;
        }

        /** What is wrong with it. */
        public Malformed malformed() {
            return malformed;
        }
    }

    /**
     * One message of a client.
     *
     * @throws Malformed when it is no request at all
     * @throws Refused when it is a known request with a wrong field
     */
    public static Request.Numbered read(byte[] text) throws Malformed, Refused {
        JsonNode node = StrictJson.object(text);
        Fields message = Fields.of("", node);
        long id = message.number("id", 1, ID_MAX);
        List<String> kinds =
                message.names().stream().filter(name -> !name.equals("id")).toList();
        if (kinds.size() != 1) {
            throw new Malformed("must have an id and exactly one request");
        }
        String kind = kinds.getFirst();
        try {
            Fields fields = Fields.of(kind, bodyOf(node, kind));
            Request request = request(kind, fields, node);
            if (request == null) {
                throw new Malformed("is not a known request");
            }
            fields.nothingElse();
            return new Request.Numbered(id, request);
        } catch (Malformed e) {
            if (e.field() == null) {
                throw e;
            }
            throw new Refused(id, e);
        }
    }

    private static JsonNode bodyOf(JsonNode node, String kind) {
        JsonNode body = node.get(kind);
        return body == null ? JsonNode.nullNode() : body;
    }

    private static @Nullable Request request(String kind, Fields fields, JsonNode node) throws Malformed {
        return switch (kind) {
            case "connect" ->
                new Request.Connect(
                        ticket(fields),
                        fields.text("client", CLIENT, "must be 1 to 64 printable characters"),
                        channels(fields),
                        positions(fields),
                        fields.has("pace") ? pace(fields.object("pace")) : null);
            case "subscribe" -> new Request.Subscribe(channels(fields), positions(fields));
            case "unsubscribe" -> new Request.Unsubscribe(channels(fields));
            case "command" -> command(fields, node);
            case "resync" ->
                new Request.Resync(
                        fields.text("channel", CHANNEL, CHANNEL_RULE), position(fields.optionalObject("position")));
            case "refresh" -> new Request.Refresh(ticket(fields));
            case "presence" ->
                new Request.Presence(Duration.ofSeconds(fields.number("idleSeconds", 0, IDLE_SECONDS_MAX)));
            case "pace" -> new Request.Paced(pace(fields));
            case "ping" -> new Request.Ping();
            default -> null;
        };
    }

    private static Request command(Fields fields, JsonNode node) throws Malformed {
        String type = fields.text("type", TYPE, "must be the type of a command");
        fields.object("body");
        JsonNode command = bodyOf(node, "command");
        return new Request.Command(type, bodyOf(command, "body"));
    }

    private static String ticket(Fields fields) throws Malformed {
        return fields.text("ticket", TICKET, "must be a ticket");
    }

    private static List<String> channels(Fields fields) throws Malformed {
        return fields.texts("channels", CHANNELS_MAX, CHANNEL, CHANNEL_RULE);
    }

    private static Pace pace(Fields fields) throws Malformed {
        Integer updates = within(fields, "updatesPerSecond", Pace.UPDATES_MIN, Pace.UPDATES_MAX);
        Integer bytes = within(fields, "bytesPerSecond", Pace.BYTES_MIN, Pace.BYTES_MAX);
        fields.nothingElse();
        return new Pace(updates, bytes);
    }

    private static @Nullable Integer within(Fields fields, String name, int least, int most) throws Malformed {
        return fields.has(name) ? Math.toIntExact(fields.number(name, least, most)) : null;
    }

    private static Map<String, Position> positions(Fields fields) throws Malformed {
        Fields object = fields.optionalObject("positions", CHANNELS_MAX);
        if (object == null) {
            return Map.of();
        }
        Map<String, Position> positions = new LinkedHashMap<>();
        for (String channel : object.names()) {
            Position position = position(object.optionalObject(channel));
            if (position != null) {
                positions.put(channel, position);
            }
        }
        return positions;
    }

    private static @Nullable Position position(@Nullable Fields fields) throws Malformed {
        if (fields == null) {
            return null;
        }
        String epoch = fields.text("epoch", EPOCH, "must be 1 to 128 printable characters");
        long sequence = fields.number("sequence", 0, ID_MAX);
        fields.nothingElse();
        return new Position(epoch, sequence);
    }
}
