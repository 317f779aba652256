package io.ringside.benchmarks.trader;

import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a client tells whoever runs it, always on the client's event loop. */
public interface TraderEvents {
    /** JetStream has the command. */
    default void received(String clientOrderId, long streamSequence) {}

    /** The command was not received and never will be: the client does not ask again. */
    default void refused(String clientOrderId, String code) {}

    /** One try of a command has no certain end; the client asks again with the same body. */
    default void unknown(String clientOrderId) {}

    /** Whether to give a command up whose every try was refused, here for a cause that may pass. */
    default boolean givesUp(String clientOrderId, String code) {
        return false;
    }

    /** A push of the inbox, each once, in the order of the stream. */
    default void noticed(String type, String epoch, long sequence, JsonNode data) {}

    /** A push of a channel that is conflated. */
    default void told(String channel, JsonNode data) {}

    /** A gateway took the client in: which one. Told before what it missed. */
    default void served(@Nullable String node) {}

    /** The inbox goes on; {@code gap} when some of it is gone and the state has to be read anew. */
    default void connected(String mode, boolean gap) {}

    /** The socket is gone; the client comes back by itself. */
    default void disconnected(int code, @Nullable String reason) {}
}
