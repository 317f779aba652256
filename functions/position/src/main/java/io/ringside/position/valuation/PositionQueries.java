package io.ringside.position.valuation;

import io.micronaut.context.annotation.Context;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.position.PositionList;
import io.ringside.contracts.position.PositionQuery;
import io.ringside.position.held.PositionStore;
import io.ringside.reference.ReferenceData;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code qry.position.list}, any instance for all accounts: it reads the store. A question that cannot be
 * answered gets no answer, and its sender's time limit tells.
 */
@Context
final class PositionQueries {
    private static final Logger LOG = LoggerFactory.getLogger(PositionQueries.class);
    private static final String SUBJECT = Subjects.query("position", "list");
    private static final String QUEUE = "position";
    /** Questions that wait for one answering thread; more are dropped, and their senders ask again. */
    private static final int WAITING_MAX = 1_000;

    private static final long WAITING_BYTES_MAX = 1024 * 1024;

    private final PositionStore store;
    private final ReferenceData reference;
    private final LastMarks marks;
    private final Connection connection;
    private final InstantSource clock;
    private @Nullable Dispatcher dispatcher;

    PositionQueries(
            PositionStore store, ReferenceData reference, LastMarks marks, Connection connection, InstantSource clock) {
        this.store = store;
        this.reference = reference;
        this.marks = marks;
        this.connection = connection;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        Dispatcher created = connection.createDispatcher(this::answer);
        created.setPendingLimits(WAITING_MAX, WAITING_BYTES_MAX);
        created.subscribe(SUBJECT, QUEUE);
        dispatcher = created;
    }

    @PreDestroy
    void stop() {
        if (dispatcher != null) {
            connection.closeDispatcher(dispatcher);
        }
    }

    private void answer(Message question) {
        if (question.getReplyTo() == null) {
            return;
        }
        try {
            PositionQuery query = Wire.decode(question.getData(), PositionQuery.class);
            connection.publish(question.getReplyTo(), Wire.encode(list(query.account())));
        } catch (Wire.UndecodableException | RuntimeException e) {
            LOG.warn("a question on {} is not answered: {}", SUBJECT, e.getMessage());
        }
    }

    private PositionList list(String account) {
        Instant now = clock.instant();
        return new PositionList(store.ofAccount(account, PositionList.POSITIONS_MAX, reference.instruments()).stream()
                .map(held -> Valuation.of(held, marks.of(held, now), now))
                .toList());
    }
}
