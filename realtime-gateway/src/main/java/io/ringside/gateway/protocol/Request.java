package io.ringside.gateway.protocol;

import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks for. */
public sealed interface Request {
    /** Who is there, and the first subscriptions. Comes first. */
    record Connect(
            String ticket,
            String client,
            List<String> channels,
            Map<String, Position> positions,
            @Nullable Pace pace) implements Request {}

    /** How often and how much of what is conflated. */
    record Paced(Pace pace) implements Request {}

    /** More channels. */
    record Subscribe(List<String> channels, Map<String, Position> positions) implements Request {}

    /** Fewer channels. */
    record Unsubscribe(List<String> channels) implements Request {}

    /** A command, its body still unchecked. */
    record Command(String type, JsonNode body) implements Request {}

    /** Start a replayable channel again from a position. */
    record Resync(String channel, @Nullable Position position) implements Request {}

    /** Extend the socket's session with a fresh ticket. */
    record Refresh(String ticket) implements Request {}

    /** How long ago somebody touched something there. */
    record Presence(Duration quiet) implements Request {}

    /** Is somebody there? */
    record Ping() implements Request {}

    /** A request and the id that its answer carries. */
    record Numbered(long id, Request request) {}
}
