package io.ringside.gateway.fleet;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.runtime.Ids;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The gateways that are there: each says so every second, and once more when it stops. Whoever was silent for five
 * seconds is no longer expected to answer.
 */
@Context
public final class NodeRoster {
    /** What is said each second. */
    static final String HERE = "gateway.here";
    /** What is said once at the end. */
    static final String GONE = "gateway.gone";
    /** Headers of everything that a gateway says to another. */
    static final String LIFE = "Ringside-Life";

    static final String NAME = "Ringside-Node";

    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);
    /** Gateways that are remembered; a floor has a handful. */
    private static final int NODES_MAX = 1_000;

    private final Connection connection;
    private final Dispatcher dispatcher;
    private final Node self;
    private final Map<Node, Long> heard = new ConcurrentHashMap<>();

    NodeRoster(Connection connection, Ids ids, @Value("${ringside.socket.node}") String name) {
        this.connection = connection;
        self = new Node(ids.next().toString(), name);
        dispatcher = connection.createDispatcher(this::hear);
        dispatcher.subscribe("gateway.*");
    }

    /** This one. */
    public Node self() {
        return self;
    }

    /** All that are expected to answer, this one among them. */
    public List<Node> present() {
        long oldest = System.nanoTime() - SILENCE_MAX.toNanos();
        heard.values().removeIf(at -> at - oldest < 0);
        heard.put(self, System.nanoTime());
        return List.copyOf(heard.keySet());
    }

    @Scheduled(fixedDelay = "1s")
    void beat() {
        say(HERE);
    }

    @PreDestroy
    void stop() {
        say(GONE);
        if (dispatcher.isActive()) {
            connection.closeDispatcher(dispatcher);
        }
    }

    /** The headers of whatever this gateway says. */
    Headers signature() {
        return new Headers().put(LIFE, self.life()).put(NAME, self.name());
    }

    /** Who says this, if a gateway does. */
    static Optional<Node> sender(Message message) {
        Headers headers = message.getHeaders();
        @Nullable String life = headers == null ? null : headers.getFirst(LIFE);
        @Nullable String name = headers == null ? null : headers.getFirst(NAME);
        return life == null || name == null ? Optional.empty() : Optional.of(new Node(life, name));
    }

    private void hear(Message message) {
        sender(message).ifPresent(node -> {
            if (message.getSubject().equals(GONE)) {
                heard.remove(node);
            } else if (heard.size() < NODES_MAX) {
                heard.put(node, System.nanoTime());
            }
        });
    }

    private void say(String subject) {
        try {
            connection.publish(
                    NatsMessage.builder().subject(subject).headers(signature()).build());
        } catch (IllegalStateException e) {
            // Not connected: nobody could hear it, and the next beat comes soon.
        }
    }
}
