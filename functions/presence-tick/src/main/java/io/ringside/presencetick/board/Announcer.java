package io.ringside.presencetick.board;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.runtime.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what has changed, then tells it; whoever misses the telling finds it in the store. Hears what other instances
 * tell, too: one that did not yet know that it had lost a partition may have told wrong things of our users.
 */
@Context
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Board board;
    private final PresenceStore store;
    private final Connection connection;
    private final String teller;
    private final Counter changes;
    private @Nullable Dispatcher dispatcher;
    private long sequence;

    Announcer(Board board, PresenceStore store, Connection connection, Ids ids, MeterRegistry meters) {
        this.board = board;
        this.store = store;
        this.connection = connection;
        teller = ids.next().toString();
        changes = Counter.builder("ringside.presence.changes")
                .description("users of whom something new was told")
                .register(meters);
    }

    @PostConstruct
    void start() {
        Dispatcher created = connection.createDispatcher(this::heard);
        created.subscribe(Subjects.PRESENCE_CHANGED);
        dispatcher = created;
    }

    @PreDestroy
    void stop() {
        if (dispatcher != null) {
            connection.closeDispatcher(dispatcher);
        }
    }

    /** Throws when they cannot be kept; then nothing was told. */
    void tell(List<PresenceState> people) {
        Set<String> kept = store.save(people);
        List<PresenceState> told =
                people.stream().filter(state -> kept.contains(state.user())).toList();
        board.told(told);
        if (told.size() < people.size()) {
            board.overheard(store.of(people.stream()
                    .map(PresenceState::user)
                    .filter(user -> !kept.contains(user))
                    .collect(Collectors.toSet())));
        }
        if (!told.isEmpty()) {
            changes.increment(told.size());
            publish(new PresenceChanged(teller, ++sequence, told));
        }
    }

    /** Whoever listens finds a new teller, or a number missing, and reads what is stored. */
    void greet() {
        publish(new PresenceChanged(teller, ++sequence, List.of()));
    }

    private void publish(PresenceChanged message) {
        try {
            connection.publish(Subjects.PRESENCE_CHANGED, Wire.encode(message));
        } catch (IllegalStateException e) {
            LOG.warn("a change is found in the store only: {}", e.getMessage());
        }
    }

    private void heard(Message message) {
        try {
            PresenceChanged told =
                    Wire.decode(message.getData(), PresenceChanged.class, PresenceChanged.BODY_BYTES_MAX);
            if (!told.teller().equals(teller)) {
                board.overheard(told.people());
            }
        } catch (Wire.UndecodableException e) {
            LOG.warn("what another instance told cannot be read: {}", e.getMessage());
        }
    }
}
